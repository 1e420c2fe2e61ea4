using Samverk.Import;
using Samverk.Import.Files;
using Samverk.Reading;

namespace Samverk.Tests.Import;

public sealed class ReadTextTests
{
    static readonly Extracted Text = Extracted.Of(DocumentText.Of("Protokoll"));

    [Fact]
    public void An_error_in_the_reader_is_a_document_that_cannot_be_read()
    {
        var (read, problem) = ReadText<string>.Of(Text, _ => throw new FormatException("of a developer's concern"));
        Assert.Null(read);
        Assert.Equal("surprise", problem?.Code);
        Assert.Contains("FormatException", problem?.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_is_no_error_of_the_document() =>
        Assert.Throws<OperationCanceledException>(() => ReadText<string>.Of(Text, _ => throw new OperationCanceledException()));

    [Fact]
    public void What_was_read_and_why_there_was_no_text_are_passed_on()
    {
        Assert.Equal("Protokoll", ReadText<string>.Of(Text, t => t.Text).Read);
        Assert.Equal("scanned", ReadText<string>.Of(UnreadableFile.Scanned, t => t.Text).Problem?.Code);
    }
}

namespace Samverk.Bench;

static class PagesBench
{
    public static async IAsyncEnumerable<Row> Run()
    {
        await Task.CompletedTask;
        yield break;
    }
}

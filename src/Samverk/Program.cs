using Samverk.Import;

if (args is ["read", .. var rest])
{
    await using var output = ReadCommand.Utf8(Console.OpenStandardOutput());
    await using var errors = ReadCommand.Utf8(Console.OpenStandardError());
    return await ReadCommand.Run([.. rest.Where(a => a != "--spans")], rest.Contains("--spans"), output, errors);
}
await using var app = WebApplication.CreateBuilder(args).Build();
await app.RunAsync();
return 0;

namespace Samverk.Import.Pages;

static class Endpoints
{
    public static void Map(WebApplication app)
    {
    }
}

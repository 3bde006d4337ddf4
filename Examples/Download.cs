namespace CoGen.Examples;

/// <summary>Gets pages at once: it takes as long as the slowest of them.</summary>
internal static partial class Download
{
    private static readonly HttpClient s_client = new();

    [Coroutine]
    internal static int GetAll(string[] urls)
    {
        Fiber<int>[] downloads = [.. urls.Select(url => Co.Spawn(Get, url))];
        foreach (Fiber<int> download in downloads) download.Join();
        Console.WriteLine($"{downloads.Sum(download => download.Result)} bytes in all");
        return 0;
    }

    [Coroutine]
    private static int Get(string url)
    {
        try
        {
            byte[] page = s_client.GetByteArrayAsync(url).Result;
            Console.WriteLine($"{url}: {page.Length} bytes");
            return page.Length;
        }
        catch (AggregateException error) when (error.InnerException is HttpRequestException failure)
        {
            Console.WriteLine($"{url}: {failure.Message}");
            return 0;
        }
    }
}

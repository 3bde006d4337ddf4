using System.Text.RegularExpressions;

namespace CoGen.Examples;

/// <summary>Visits all pages that a page leads to on its host, so many at once: a pool makes who would fetch one more wait.</summary>
/// <remarks>All fibers run on one thread, so that the set and the count need no lock.</remarks>
internal sealed partial class Crawler(int atOnce)
{
    private static readonly HttpClient s_client = new() { Timeout = TimeSpan.FromSeconds(30) };

    private readonly CoPool _pool = new(atOnce);
    private readonly HashSet<Uri> _seen = [];
    private int _running;
    private int _most;

    [Coroutine]
    internal static int Crawl(string[] args)
    {
        Crawler crawler = new(args.Length > 1 ? int.Parse(args[1]) : 4);
        crawler.Find(new Uri(args[0]));
        crawler._pool.Join();
        Console.WriteLine($"{crawler._seen.Count} pages, {crawler._most} at once");
        return 0;
    }

    [Coroutine]
    private void Find(Uri page)
    {
        // A page that finds another while the pool is full lends it its own place.
        if (_seen.Add(page)) _pool.Spawn(Visit, page);
    }

    [Coroutine]
    private void Visit(Uri page)
    {
        _most = Math.Max(_most, ++_running);
        string text;
        try
        {
            text = s_client.GetStringAsync(page).Result;
            Console.WriteLine($"{page}: {text.Length} characters");
        }
        catch (AggregateException error) when (error.InnerException is HttpRequestException failure)
        {
            Console.WriteLine($"{page}: {failure.Message}");
            return;
        }
        finally
        {
            _running--;
        }

        foreach (Match link in Link.Matches(text))
        {
            if (Uri.TryCreate(page, link.Groups[1].Value, out Uri? found) && found.Authority == page.Authority) Find(new Uri(found.GetLeftPart(UriPartial.Query)));
        }
    }

    [GeneratedRegex("href=\"([^\"#]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Link { get; }
}

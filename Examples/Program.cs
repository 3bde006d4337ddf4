namespace CoGen.Examples;

internal static class Program
{
    private const string Usage = """
        Usage: dotnet run --project Examples -- EXAMPLE [ARGUMENTS]

          chat [ADDRESS]              a chat over WebSockets, with a page for the browser
          crawl URL [AT ONCE]         visits all pages that a page leads to on its host
          download URL...             gets pages at once
          echo [ADDRESS [BACKDOOR]]   sends back what it gets
          forward ADDRESS HOST PORT   passes connections on to another server
          pipeline [WORD]...          sort | uniq -c, three processes
          produce [ITEMS]             a producer, three consumers and a queue between them
          proxy [ADDRESS]             a proxy for browsers
          signals [CLEAN-UP [GRACE]]  what signals do; both in milliseconds
          tls [ADDRESS]               sends back what it gets, by TLS
          unix PATH                   a server at a Unix domain socket, and its client

        An address is a port, host:port or unix:PATH.
        """;

    private static int Main(string[] args)
    {
        switch (args)
        {
            case ["chat", .. string[] rest]: return Co.RunMain(Chat.Serve, rest);
            case ["crawl", _, ..]: return Co.RunMain(Crawler.Crawl, args[1..]);
            case ["download", _, ..]: return Co.RunMain(Download.GetAll, args[1..]);
            case ["echo", .. string[] rest]: return Co.RunMain(EchoServer.Serve, rest);
            case ["forward", _, _, _]: return Co.RunMain(PortForwarder.Serve, args[1..]);
            case ["pipeline", .. string[] rest]: return Co.RunMain(ProcessPipeline.Sort, rest);
            case ["produce", .. string[] rest]: return Co.RunMain(ProduceConsume.Run, rest);
            case ["proxy", .. string[] rest]: return Co.RunMain(WebProxy.Serve, rest);
            case ["signals", .. string[] rest]: return Co.RunMain(Signals.Run, rest, rest is [_, string grace] ? TimeSpan.FromMilliseconds(int.Parse(grace)) : null);
            case ["tls", .. string[] rest]: return Co.RunMain(TlsEcho.Serve, rest);
            case ["unix", _]: return Co.RunMain(UnixSocket.Talk, args[1..]);
            default:
                Console.Error.WriteLine(Usage);
                return 2;
        }
    }
}

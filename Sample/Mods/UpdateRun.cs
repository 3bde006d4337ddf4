using System.Diagnostics;

namespace CoGen.Sample.Mods;

/// <summary>One mode in a process of its own, so that its threads and its memory can be told from the others'.</summary>
internal static class UpdateRun
{
    private const string Verb = "update-run";

    /// <summary>Whether this process was started as such a run.</summary>
    public static bool IsRequested(string[] args) => args is [Verb, _, _, _];

    /// <summary>How to start one: this program again, with what it needs to know.</summary>
    public static ProcessStartInfo StartInfo(Mode mode, Uri server, string folder)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);

        foreach (string argument in (string[])[Verb, mode.ToString(), server.ToString(), folder])
            start.ArgumentList.Add(argument);
        return start;
    }

    public static int Run(string[] args)
    {
        Mode mode = Enum.Parse<Mode>(args[1]);
        using HttpClient http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(args[2]) };
        Mod[] mods = ReadIndex(http);

        RunReport report = new();
        Downloader downloader = new(http, folder: args[3], report);
        switch (mode)
        {
            case Mode.Sequential: OneByOne(downloader, mods); break;
            case Mode.Threads: OnThreads(downloader, mods); break;
            case Mode.Coroutines: AsCoroutines(downloader, mods); break;
        }

        report.Finish();
        return 0;
    }

    private static Mod[] ReadIndex(HttpClient http)
    {
        using HttpResponseMessage response = http.Send(new HttpRequestMessage(HttpMethod.Get, ModServer.IndexPath));
        using StreamReader reader = new(response.Content.ReadAsStream());
        return [.. reader.ReadToEnd().Split('\n').Select(Mod.FromIndexLine)];
    }

    private static void OneByOne(Downloader downloader, Mod[] mods)
    {
        foreach (Mod mod in mods)
            downloader.Update(mod);
    }

    private static void OnThreads(Downloader downloader, Mod[] mods)
    {
        List<Thread> threads = [];
        foreach (Mod mod in mods)
        {
            Thread thread = new(() => downloader.Update(mod));
            thread.Start();
            threads.Add(thread);
        }

        foreach (Thread thread in threads)
            thread.Join();
    }

    private static void AsCoroutines(Downloader downloader, Mod[] mods)
    {
        List<Fiber> fibers = [];
        foreach (Mod mod in mods)
            fibers.Add(Co.Spawn(downloader.Update, mod));

        Co.JoinAll(fibers);
    }
}

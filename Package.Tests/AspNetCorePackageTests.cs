using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

/// <summary>A fresh web project that answers requests with the package CoGen.AspNetCore.</summary>
public sealed class AspNetCorePackageTests(PackedPackage package)
{
    private const string Program =
        """
        using CoGen;
        using CoGen.AspNetCore;

        WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCoroutines(options => options.OnLoop = true);
        WebApplication app = builder.Build();
        app.MapCoroutine("/upper", Upper);
        app.MapCoroutine("/meet", Desk.Meet, ["GET"]);
        app.Start();

        using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };
        HttpResponseMessage upper = await client.PostAsync("/upper", new StringContent("from a stranger"));
        Console.WriteLine(await upper.Content.ReadAsStringAsync());
        string[] answers = await Task.WhenAll(Enumerable.Range(0, Desk.Guests).Select(_ => client.GetStringAsync("/meet")));
        Console.WriteLine($"{answers.Length} x {string.Join(" and ", answers.Distinct())}");
        await app.StopAsync();

        [Coroutine]
        static string Upper(HttpContext context)
        {
            using StreamReader reader = new(context.Request.Body);
            return reader.ReadToEnd().ToUpperInvariant();
        }

        static partial class Desk
        {
            public const int Guests = 100;
            private static readonly CountdownEvent s_missing = new(Guests);
            private static readonly HashSet<int> s_threads = [];

            // Nobody leaves before all have come: one that kept the thread would keep out the rest.
            [Coroutine]
            public static Answer Meet(HttpContext context)
            {
                s_missing.Signal();
                s_missing.Wait();
                Thread.Sleep(1);
                s_threads.Add(Environment.CurrentManagedThreadId);
                return new Answer(Co.Current is not null, s_threads.Count);
            }
        }

        record Answer(bool InFiber, int Threads);
        """;

    [Fact]
    public void Handlers_in_plain_blocking_style_answer_requests_on_one_thread()
    {
        Consumer app = new(package, "Web", Program, sdk: "Microsoft.NET.Sdk.Web",
            references: $"""<PackageReference Include="CoGen.AspNetCore" Version="{package.Version}" />""");

        Assert.Empty(app.Build().Succeeds().Warnings);
        Assert.Equal(
            ["FROM A STRANGER", """100 x {"inFiber":true,"threads":1}"""],
            app.Run().Succeeds().OutputLines);
    }
}

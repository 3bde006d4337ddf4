using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

/// <summary>A fresh web application with an endpoint in plain blocking style, by the package CoGen.AspNetCore.</summary>
public sealed class AspNetCorePackageTests(PackedPackage package)
{
    private const string Program =
        """
        using CoGen;
        using CoGen.AspNetCore;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Hosting;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.Logging;

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCoroutines(options => options.OnLoop = true);
        WebApplication app = builder.Build();
        app.MapCoroutine("/upper", Handlers.Upper);
        app.Start();
        using HttpClient client = new();
        using HttpResponseMessage answer = client.PostAsync(app.Urls.First() + "/upper", new StringContent("hello")).Result;
        Console.WriteLine(answer.Content.ReadAsStringAsync().Result);
        app.StopAsync().Wait();

        internal static partial class Handlers
        {
            [Coroutine]
            internal static string Upper(HttpContext context)
            {
                using StreamReader reader = new(context.Request.Body);
                return reader.ReadToEnd().ToUpperInvariant();
            }
        }
        """;

    [Fact]
    public void An_endpoint_blocks_where_Kestrel_would_not_allow_it_and_answers()
    {
        Consumer app = new(package, "Web", Program, references: $"""<PackageReference Include="CoGen.AspNetCore" Version="{package.Version}" />""");
        Assert.Empty(app.Build().Succeeds().Warnings);
        Assert.Equal("HELLO", app.Run().Succeeds().Output.Trim());
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace CoGen.AspNetCore.Tests;

/// <summary>Handlers in plain blocking style, asked by a real client through a real server.</summary>
public sealed partial class MapCoroutineTests
{
    private static readonly CoSemaphore s_go = new(0);
    private static readonly CoEvent s_killed = new();
    private static readonly CoEvent s_waiting = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_handler_reads_the_body_and_writes_the_answer_by_blocking_calls_which_Kestrel_would_not_allow(bool onLoop)
    {
        using WebHost host = new(app => app.MapCoroutine("/upper", Upper), onLoop);
        string large = new('x', 1_000_000);
        using HttpResponseMessage answer = host.Client.PostAsync("/upper", new StringContent(large)).Result;
        Assert.Equal(large.ToUpperInvariant(), answer.Content.ReadAsStringAsync().Result);
    }

    [Fact]
    public void Results_are_sent_by_their_kind()
    {
        using WebHost host = new(app =>
        {
            app.MapCoroutine("/text", Text);
            app.MapCoroutine("/point/{x}", Point);
            app.MapCoroutine("/status", Status);
            app.MapCoroutine("/nothing", Nothing);
        });
        Assert.Equal("hello", host.Get("/text"));
        Assert.Equal(new Place(7, 2), host.Client.GetFromJsonAsync<Place>("/point/7").Result);
        Assert.Equal(HttpStatusCode.Conflict, host.Client.GetAsync("/status").Result.StatusCode);
        using HttpResponseMessage nothing = host.Client.GetAsync("/nothing").Result;
        Assert.Equal((HttpStatusCode.OK, ""), (nothing.StatusCode, nothing.Content.ReadAsStringAsync().Result));
    }

    [Fact]
    public void The_methods_are_those_that_it_is_for()
    {
        using WebHost host = new(app => app.MapCoroutine("/text", Text, ["POST"]));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, host.Client.GetAsync("/text").Result.StatusCode);
        Assert.Equal(HttpStatusCode.OK, host.Client.PostAsync("/text", null).Result.StatusCode);
    }

    [Fact]
    public void Two_hundred_requests_block_at_once_on_one_thread()
    {
        using WebHost host = new(app => app.MapCoroutine("/wait", Wait), onLoop: true);
        Task<string>[] answers = [.. Enumerable.Range(0, 200).Select(_ => host.Client.GetStringAsync("/wait"))];
        for (int i = 0; i < answers.Length; i++) s_go.Release();
        Assert.Single(answers.Select(answer => answer.Result).Distinct());
    }

    [Fact]
    public void An_error_goes_the_way_of_all_errors_of_the_pipeline()
    {
        string? seen = null;
        using WebHost host = new(app =>
        {
            app.UseExceptionHandler(errors => errors.Run(context =>
            {
                seen = context.Features.Get<IExceptionHandlerFeature>()!.Error.Message;
                return context.Response.WriteAsync("sorry");
            }));
            app.MapCoroutine("/fail", Fail);
        });
        using HttpResponseMessage answer = host.Client.GetAsync("/fail").Result;
        Assert.Equal((HttpStatusCode.InternalServerError, "sorry", "out of luck"), (answer.StatusCode, answer.Content.ReadAsStringAsync().Result, seen));
    }

    [Fact]
    public void A_client_that_goes_away_kills_the_fiber()
    {
        using WebHost host = new(app => app.MapCoroutine("/for-ever", ForEver));
        using (TcpClient client = new())
        {
            client.Connect(IPAddress.Loopback, host.Client.BaseAddress!.Port);
            client.GetStream().Write("GET /for-ever HTTP/1.1\r\nHost: x\r\n\r\n"u8);
            Assert.True(s_waiting.Wait(TimeSpan.FromMinutes(1)));
        }

        Assert.True(s_killed.Wait(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_delegate_that_was_made_before_finds_its_twin()
    {
        Func<HttpContext, string> captured = Text2;
        using WebHost host = new(app => app.MapCoroutine("/text", captured));
        Assert.Equal("fiber", host.Get("/text"));
    }

    [Coroutine]
    private static void Upper(HttpContext context)
    {
        using StreamReader reader = new(context.Request.Body);
        using StreamWriter writer = new(context.Response.Body);
        char[] buffer = new char[1000];
        int count;
        while ((count = reader.Read(buffer, 0, buffer.Length)) > 0) writer.Write(new string(buffer, 0, count).ToUpperInvariant());
    }

    [Coroutine]
    private static string Text()
    {
        Thread.Sleep(1);
        return "hello";
    }

    [Coroutine]
    private static string Text2(HttpContext context)
    {
        // The original would be told that it must not wait here.
        Co.Sleep(1);
        return Co.Current is null ? "thread" : "fiber";
    }

    [Coroutine]
    private static Place Point(HttpContext context)
    {
        Thread.Sleep(1);
        return new Place(int.Parse((string)context.Request.RouteValues["x"]!), 2);
    }

    [Coroutine]
    private static IResult Status(HttpContext context)
    {
        Thread.Sleep(1);
        return Results.Conflict();
    }

    [Coroutine]
    private static void Nothing(HttpContext context) => Thread.Sleep(1);

    [Coroutine]
    private static string Wait()
    {
        s_go.Wait();
        return $"{Environment.CurrentManagedThreadId}";
    }

    [Coroutine]
    private static string Fail()
    {
        Thread.Sleep(1);
        throw new InvalidOperationException("out of luck");
    }

    [Coroutine]
    private static void ForEver(HttpContext context)
    {
        try
        {
            s_waiting.Set();
            Thread.Sleep(Timeout.Infinite);
        }
        finally
        {
            s_killed.Set();
        }
    }

    private sealed record Place(int X, int Y);
}

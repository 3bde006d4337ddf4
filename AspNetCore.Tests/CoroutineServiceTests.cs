using Microsoft.Extensions.DependencyInjection;

namespace CoGen.AspNetCore.Tests;

/// <summary>Fibers that live as long as their host.</summary>
public sealed partial class CoroutineServiceTests
{
    private readonly List<string> _log = [];
    private readonly CoEvent _begun = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void It_begins_with_the_host_and_at_the_end_it_is_killed_and_waited_for(bool onLoop)
    {
        WebHost host = new(_ => { }, onLoop, services => services.AddCoroutineService("ticker", Tick));
        Assert.True(_begun.Wait(TimeSpan.FromMinutes(1)));
        host.Stop();
        Assert.Equal(["begun", "clean"], _log);
        host.Dispose();
    }

    [Fact]
    public void One_that_fails_stops_the_host()
    {
        using WebHost host = new(_ => { }, configure: services => services.AddCoroutineService("broken", Fail));
        _begun.Set();
        Assert.True(host.App.Lifetime.ApplicationStopping.WaitHandle.WaitOne(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void Requests_that_run_when_the_host_is_stopped_are_answered()
    {
        WebHost host = new(app => app.MapCoroutine("/slow", Slow), onLoop: true);
        Task<string> answer = host.Client.GetStringAsync("/slow");
        Assert.True(_begun.Wait(TimeSpan.FromMinutes(1)));
        host.Stop();
        Assert.Equal("answered", answer.Result);
        host.Dispose();
    }

    [Coroutine]
    private void Tick(IServiceProvider services)
    {
        try
        {
            _log.Add("begun");
            _begun.Set();
            Thread.Sleep(Timeout.Infinite);
        }
        finally
        {
            Thread.Sleep(10);
            _log.Add("clean");
        }
    }

    [Coroutine]
    private void Fail(IServiceProvider services)
    {
        // Not while the host still starts: that would be called off.
        _begun.Wait();
        throw new InvalidOperationException("broken");
    }

    [Coroutine]
    private string Slow()
    {
        _begun.Set();
        Thread.Sleep(200);
        return "answered";
    }
}

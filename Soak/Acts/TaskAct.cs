namespace CoGen.Soak.Acts;

/// <summary>Waits for what .NET's own tasks do.</summary>
internal sealed class TaskAct : Act
{
    internal override bool IsForAll => true;

    internal override async Coroutine DoAsync(Life life)
    {
        switch (life.Next(4))
        {
            case 0:
                await Task.Run(static () => { });
                break;
            case 1:
                await Task.Delay(life.Next(3), Co.Current is null ? default : Co.Token);
                break;
            case 2:
                TaskCompletionSource source = new();
                life.World.Outside.Send(source.SetResult);
                await CoTask.WaitAsync(source.Task);
                break;
            default:
                await life.PauseAsync();
                await Task.Yield();
                break;
        }
    }
}

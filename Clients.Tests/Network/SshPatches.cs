using Renci.SshNet;

namespace CoGen.Clients.Tests.Network;

/// <summary>What the convention does not find: <see cref="SshCommand.ExecuteAsync"/> does not return what the command has written.</summary>
internal static class SshPatches
{
    [Patch(typeof(SshCommand), nameof(SshCommand.Execute))]
    public static async Task<string> ExecuteAsync(SshCommand command)
    {
        await command.ExecuteAsync(Co.Token);
        return command.Result;
    }
}

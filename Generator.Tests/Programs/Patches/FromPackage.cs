// construct: the patches of a package, for its own types and those of others
// lowered to: an awaited call, as by a reference alone
internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Client client = new();
        return client.Send("hello") + client.Id;
    }
}
//=== library
public class Client
{
    public string Send(string text) => Get("send", text.ToUpperInvariant());

    public int Id => Get("id", 3);
}

public static class ClientPatches
{
    [Patch(typeof(Client), nameof(Client.Send))]
    public static Coroutine<string> SendAsync(Client client, string text) => GetAsync("send", text.ToUpperInvariant());

    [Patch(typeof(Client), nameof(Client.Id))]
    public static Coroutine<int> IdAsync(Client client) => GetAsync("id", 3);
}

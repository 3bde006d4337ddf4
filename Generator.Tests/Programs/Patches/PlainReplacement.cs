// construct: a patch that returns just what the member does
// lowered to: a call of it, which is not awaited
internal class Door
{
    public bool IsOpen { get; private set; }

    public void Open() => IsOpen = true;

    public bool Close(ref int count)
    {
        count++;
        return IsOpen = false;
    }

    public static void Reset(Door door) => door.IsOpen = false;
}

internal static class DoorPatches
{
    [Patch(typeof(Door), nameof(Door.Open))]
    public static void Open(Door door) => door.Open();

    [Patch(typeof(Door), nameof(Door.Close))]
    public static bool Close(Door door, ref int count)
    {
        count++;
        Door.Reset(door);
        return false;
    }
}

internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Door? door = new();
        door.Open();
        Pause("open");
        int count = 0;
        Log(door.IsOpen + " " + door.Close(ref count) + count);
        door?.Open();
        Action again = () => door!.Open();
        again();
        Log(door!.IsOpen);
    }
}

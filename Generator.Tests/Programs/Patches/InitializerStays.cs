// construct: a patched constructor with an initializer, and a patched property that is changed in place
// diagnostic: CG1016, CG1020
// instead: assign the members afterwards; read the property, and assign to it
// stays blocking: the constructor; what changes the property
internal class Form
{
    private int _size;

    public Form(int size)
    {
        Pause("new");
        _size = size;
    }

    public int Size
    {
        get { Pause("get"); return _size; }
        set { Pause("set"); _size = value; }
    }

    public int Width { get; set; }
}

internal static class FormPatches
{
    [Patch(typeof(Form), ".ctor")]
    public static async Coroutine<Form> NewAsync(int size)
    {
        await PauseAsync("new");
        return new Form(size);
    }

    [Patch(typeof(Form), nameof(Form.Size))]
    public static async Coroutine<int> SizeAsync(Form form)
    {
        await PauseAsync("get");
        return 1;
    }
}

internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Form form = /*!CG1016*/new Form(1) { Width = 2 };
        form./*!CG1020*/Size += 2;
        Log(form.Width);
    }
}

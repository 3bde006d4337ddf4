// construct: handlers of events that block: lambdas and tagged methods
// diagnostic: CG1003, CG1004, CG1005
// instead: a handler that spawns a fiber: `x.Changed += n => Co.Spawn(() => Save(n));`
// stays blocking: the handlers, whoever raises the event
internal static partial class Program
{
    private sealed partial class Model
    {
        public event Action<int>? Changed;

        public event EventHandler? Saved;

        [Coroutine]
        public void Change(int n)
        {
            Pause("change");
            Changed?./*!CG1005*/Invoke(Get(n));
            Saved?./*!CG1005*/Invoke(this, EventArgs.Empty);
        }
    }

    [Coroutine]
    private static void Save(int n) => Pause("save " + n);

    [Coroutine]
    private static void OnSaved(object? sender, EventArgs e) => Pause("saved");

    [Coroutine]
    private static void Main()
    {
        Model model = new();
        model.Changed += n => /*!CG1004*/Pause("changed " + n);
        model.Changed += /*!CG1003*/Save;
        model.Saved += /*!CG1003*/OnSaved;
        model.Saved += (_, _) => Log("quick");
        model.Change(1);
        model.Changed -= Save;
        model.Saved -= OnSaved;
        model.Change(2);
    }
}

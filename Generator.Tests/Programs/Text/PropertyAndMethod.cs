// construct: a property `Name` beside a method `GetName()`
// lowered to: the twin of the getter is called `GetNameCoroutine`
internal partial class Person(string name)
{
    [Coroutine]
    public string Name => Get(name);

    [Coroutine]
    public string GetName() => Get("not " + name);
}

internal static partial class Program
{
    [Coroutine]
    private static string Main()
    {
        Person person = new("Ada");
        return person.Name + " " + person.GetName();
    }
}

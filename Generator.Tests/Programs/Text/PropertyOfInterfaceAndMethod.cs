// construct: a property `Name` of a tagged interface beside a method `GetName()`
// lowered to: the interface has settled the getter's name; the twin of the method is called `GetNameCoroutine`
internal partial interface INamed
{
    [Coroutine]
    string Name { get; }
}

internal partial class Person(string name) : INamed
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
        INamed named = person;
        return person.Name + " " + person.GetName() + " " + named.Name;
    }
}

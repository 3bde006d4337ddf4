// construct: a virtual method and its override, called through the base type
// lowered to: a virtual twin and its override
internal static partial class Program
{
    private partial class Animal
    {
        [Coroutine]
        public virtual string Speak(int times) => Get("animal", "...") + times;
    }

    private partial class Dog : Animal
    {
        [Coroutine]
        public override string Speak(int times) => Get("dog", "wuff") + times;
    }

    [Coroutine]
    private static string Main()
    {
        Animal[] animals = [new Animal(), new Dog()];
        string text = "";
        foreach (Animal animal in animals) text += animal.Speak(2) + ";";
        return text;
    }
}

// construct: virtual, abstract and interface properties, an override without [Coroutine], and properties with one accessor overridden
// lowered to: virtual twins of the accessors
// stays blocking: the override that does not opt in
internal static partial class Program
{
    private partial interface INamed
    {
        [Coroutine]
        string Name { get; set; }
    }

    private abstract partial class Base
    {
        [Coroutine]
        public abstract int Size { get; }

        [Coroutine]
        public virtual int Level
        {
            get => Get("level", 1);
            set => Pause("level " + value);
        }
    }

    private partial class Tagged : Base, INamed
    {
        private string _name = "t";

        [Coroutine]
        public override int Size => Get("size", 2);

        public override int Level { [Coroutine] set => base.Level = Get(value + 1); }

        [Coroutine]
        public string Name { get => Get(_name); set { Pause("name"); _name = value; } }
    }

    private sealed class Plain : Tagged
    {
        public override int Size => Get("plain size", 3);

        public override int Level { get => Get("plain level", 4); }
    }

    private sealed partial class Explicit : INamed
    {
        [Coroutine]
        string INamed.Name { get => Get("explicit"); set => Pause("explicit " + value); }
    }

    [Coroutine]
    private static string Use(Base item)
    {
        item.Level = item.Size;
        return item.Level + ",";
    }

    [Coroutine]
    private static string Use(INamed named)
    {
        named.Name = named.Name + "!";
        return named.Name;
    }

    [Coroutine]
    private static string Main() => Use((Base)new Tagged()) + Use((Base)new Plain()) + Use((INamed)new Tagged()) + Use(new Explicit());
}

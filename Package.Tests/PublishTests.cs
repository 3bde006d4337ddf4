using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

public sealed class PublishTests(PackedPackage package)
{
    // The twin of CountTwice is named by no call: its method is captured in a delegate, behind which only reflection finds it. Which
    // overrides have twins of their own is asked at run time: by delegates for methods, by reflection for accessors.
    private const string Program =
        """
        using CoGen;

        Co.JoinAll(Co.Spawn(Tasks.Count, "A"), Co.Spawn(Tasks.Count, "B"));
        Action<string> captured = Tasks.CountTwice;
        Co.JoinAll(Co.Spawn(captured, "C"), Co.Spawn(captured, "D"));
        Reader[] readers = [new Reader(), new Tagged(), new Untagged()];
        Co.JoinAll(readers.Select((reader, i) => Co.Spawn(Tasks.ReadTwice, reader, "EFG"[i])));
        Co.JoinAll(readers.Select((reader, i) => Co.Spawn(Tasks.NameOf, reader, "HIJ"[i])));

        partial class Reader
        {
            [Coroutine]
            public virtual string Read(char name)
            {
                Thread.Sleep(50);
                return name + " base";
            }

            [Coroutine]
            public virtual string Title
            {
                get
                {
                    Thread.Sleep(50);
                    return "title";
                }
            }
        }

        partial class Tagged : Reader
        {
            [Coroutine]
            public override string Read(char name) => base.Read(name) + " tagged";

            [Coroutine]
            public override string Title => base.Title + " tagged";
        }

        class Untagged : Reader
        {
            public override string Read(char name) => name + " untagged";
            public override string Title => "untagged";
        }

        static partial class Tasks
        {
            [Coroutine]
            public static void Count(string name)
            {
                for (int i = 0; i < 2; i++)
                {
                    Console.WriteLine($"{name}{i}");
                    Thread.Sleep(50);
                }
            }

            [Coroutine]
            public static void CountTwice(string name)
            {
                Count(name);
                Count(name);
            }

            [Coroutine]
            public static void ReadTwice(Reader reader, char name)
            {
                for (int i = 0; i < 2; i++)
                    Console.WriteLine(reader.Read(name));
            }

            [Coroutine]
            public static void NameOf(Reader reader, char name) => Console.WriteLine($"{name} {reader.Title}");
        }
        """;

    private static readonly string[] s_order =
        [
            "A0", "B0", "A1", "B1", "C0", "D0", "C1", "D1", "C0", "D0", "C1", "D1",
            "G untagged", "G untagged", "E base", "F base tagged", "E base", "F base tagged",
            "J untagged", "H title", "I title tagged",
        ];

    /// <summary>As native code where that can be linked, else trimmed: either way without a warning.</summary>
    [Fact]
    public void Published_it_does_the_same()
    {
        string[] form = NativeToolchain.IsPresent
            ? ["-p:PublishAot=true", .. NativeToolchain.Properties]
            : ["-p:PublishTrimmed=true", "--self-contained"];
        Consumer app = new(package, "Published", Program);

        Assert.Empty(app.Publish(form).Succeeds().Warnings);
        Assert.Equal(s_order, app.RunPublished().Succeeds().OutputLines);
    }
}

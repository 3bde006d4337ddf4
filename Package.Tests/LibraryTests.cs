using CoGen.Package.Tests.Harness;

namespace CoGen.Package.Tests;

/// <summary>A library built with CoGen, used by an app built with CoGen: the app's coroutines yield inside the library.</summary>
public sealed class LibraryTests(PackedPackage package)
{
    private const string Library =
        """
        using CoGen;

        namespace Steps;

        public static partial class Step
        {
            [Coroutine]
            public static string Take(string name, int number)
            {
                Console.WriteLine($"{name}{number}");
                Thread.Sleep(50);
                return name + number;
            }
        }
        """;

    private const string App =
        """
        using CoGen;
        using Steps;

        Co.JoinAll(Co.Spawn(Walker.Walk, "A"), Co.Spawn(Walker.Walk, "B"));
        Co.JoinAll(Co.Spawn(Step.Take, "C", 0), Co.Spawn(Step.Take, "D", 0));

        static partial class Walker
        {
            [Coroutine]
            public static void Walk(string name)
            {
                for (int i = 0; i < 2; i++)
                    Console.WriteLine("done " + Step.Take(name, i));
            }
        }
        """;

    private static readonly string[] s_order =
        ["A0", "B0", "done A0", "A1", "done B0", "B1", "done A1", "done B1", "C0", "D0"];

    [Fact]
    public void By_project()
    {
        Consumer library = new(package, "Steps", Library, outputType: "Library");
        Consumer app = new(package, "App", App, references: $"""<ProjectReference Include="{library.ProjectPath}" />""");

        Assert.Empty(app.Build().Succeeds().Warnings);
        Assert.Equal(s_order, app.Run().Succeeds().OutputLines);
    }

    [Fact]
    public void By_package()
    {
        // The same unique version as CoGen's own keeps caches out of this, too.
        Consumer library = new(package, "CoGenTestSteps", Library, outputType: "Library");
        library.Pack(package.Feed, package.Version).Succeeds();
        Consumer app = new(package, "App", App, references: $"""<PackageReference Include="CoGenTestSteps" Version="{package.Version}" />""");

        Assert.Empty(app.Build().Succeeds().Warnings);
        Assert.Equal(s_order, app.Run().Succeeds().OutputLines);
    }
}

using System.Diagnostics;
using CoGen.Analyzers.Libraries;
using CoGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.LibraryCallAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public sealed class LibraryCallTests : IDisposable
{
    private const string Storage = """
        namespace Acme.Storage
        {
            public class Client
            {
                private readonly FileStream _file = null!;
                private readonly object _gate = new();
                private readonly Lazy<int> _lazy = new(() => 1);
                private readonly Stream _any = null!;

                public Client() { }
                public Client(string path) => Thread.Sleep(path.Length);
                public static Client Connect(string host) { new System.Net.Sockets.TcpClient().Connect(host, 1); return new Client(); }

                public void Save() { Count++; Flush(); }
                private void Flush() { byte[] bytes = new byte[Count > 0 ? 1 : 2]; _file.Write(bytes, 0, bytes.Length); }
                public int Count { get; set; }
                public int Slow => Task.Run(() => 1).Result;
                public T Generic<T>(List<T> list) { Wait(new ManualResetEvent(false)); return list[0]; }
                private static void Wait(WaitHandle handle) => handle.WaitOne();
                public void Virtual() => new Derived().Run();
                public void VirtualOfGeneric() => new Worker<string>().Run(1, [""], 2);
                public void Other() => new Worker<string>().Run("", [1], 2);

                public void Memory() { MemoryStream memory = new(); memory.Write(new byte[1], 0, 1); _any.Flush(); }
                public void Locks() { lock (_gate) { Count += _lazy.Value; } }
                public void Pool() => Task.Run(() => Thread.Sleep(1));
                public int Ended(Task<int> task) => task.IsCompleted ? task.Result : 0;
                public void Starts() { _ = StartAsync(); }
                public async Task StartAsync() { Thread.Sleep(1); await Task.Yield(); }
                public void Base(Base some) => some.Run();
                public void Recursive(int n) { if (n > 0) Recursive(n - 1); }
                public void Never() { if (Count > 0) throw new InvalidOperationException(); }
            }

            public class Base { public virtual void Run() { } }
            public class Derived : Base { public override void Run() => Thread.Sleep(1); }
            public class Base<T, U> { public virtual void Run<V>(T one, List<U> others, V any) { } public virtual void Run<V>(U one, List<T> others, V any) { } }
            public class Middle<U> : Base<int, U> { }
            public class Worker<X> : Middle<X> { public override void Run<V>(int one, List<X> others, V any) => Thread.Sleep(1); }
        }
        """;

    private readonly Library _library = new();

    public void Dispose() => _library.Dispose();

    private static async Task Check(string program, MetadataReference[] references, bool isOn, params DiagnosticResult[] expected)
    {
        RuleTest<LibraryCallAnalyzer, EmptyCodeFixProvider> test = new();
        test.TestState.Sources.Add(program);
        test.TestState.AdditionalReferences.AddRange(references);
        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", $"is_global = true\nbuild_property.CoGenScanReferences = {(isOn ? "true" : "")}\n"));
        test.ExpectedDiagnostics.AddRange(expected);
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string Program(string statements, string assembly = "", string parameters = "Client client", string types = "using Acme.Storage;") => $$"""
        using CoGen;
        {{types}}
        {{assembly}}
        partial class C
        {
            [Coroutine]
            void M({{parameters}})
            {
                {{statements}}
            }

            void Plain({{parameters}})
            {
                {{statements.Replace("{|#0:", "").Replace("{|#1:", "").Replace("{|#2:", "").Replace("{|#3:", "").Replace("{|CG1006:", "").Replace("|}", "")}}
            }
        }
        """;

    [Fact]
    public Task Methods_whose_il_comes_to_block() => Check(
        Program("""
            client.{|#0:Save|}();
            _ = client.{|#1:Slow|};
            Client.{|#2:Connect|}("host");
            client.{|#3:Generic|}(new List<int>());
            _ = {|CG1006:new Client("file")|};
            client.{|CG1006:Virtual|}();
            client.{|CG1006:VirtualOfGeneric|}();
            """),
        [_library.Add("Acme.Storage", Storage)],
        isOn: true,
        Rule.Warning(0, "CG1006", "'Client.Save' blocks the thread of all coroutines: it calls Flush, which calls FileStream.Write, in Acme.Storage. Run it on another thread, [assembly: OffloadCalls(typeof(Client), \"Save\")], or say that it may block, [assembly: ExcludeFromPatching(typeof(Client), \"Save\")]."),
        Rule.Warning(1, "CG1006", "'Client.Slow' blocks the thread of all coroutines: it calls Task.Result, in Acme.Storage. Run it on another thread, [assembly: OffloadCalls(typeof(Client), \"Slow\")], or say that it may block, [assembly: ExcludeFromPatching(typeof(Client), \"Slow\")]."),
        Rule.Warning(2, "CG1006", "'Client.Connect' blocks the thread of all coroutines: it calls TcpClient.Connect, in Acme.Storage. Run it on another thread, [assembly: OffloadCalls(typeof(Client), \"Connect\")], or say that it may block, [assembly: ExcludeFromPatching(typeof(Client), \"Connect\")]."),
        Rule.Warning(3, "CG1006", "'Client.Generic' blocks the thread of all coroutines: it calls Wait, which calls WaitHandle.WaitOne, in Acme.Storage. Run it on another thread, [assembly: OffloadCalls(typeof(Client), \"Generic\")], or say that it may block, [assembly: ExcludeFromPatching(typeof(Client), \"Generic\")]."));

    [Fact]
    public Task Methods_that_do_not_or_of_which_too_little_is_known() => Check(
        Program("""
            client.Memory();
            client.Locks();
            client.Pool();
            client.Ended(Task.FromResult(1));
            client.Starts();
            client.Base(new Derived());
            client.Other();
            client.Recursive(3);
            client.Never();
            client.Count = client.Count + 1;
            _ = new Client();
            Task.Run(() => client.Save()).Wait();
            Co.Blocking(() => client.Save());
            """),
        [_library.Add("Acme.Storage", Storage)],
        isOn: true);

    [Theory]
    [InlineData("", false)]
    [InlineData("[assembly: OffloadCalls(typeof(Client), \"Save\")]", true)]
    [InlineData("[assembly: ExcludeFromPatching(typeof(Client), \"Save\")]", true)]
    [InlineData("[assembly: ExcludeFromPatching(\"Acme.Storage\")]", true)]
    public Task Nothing_is_said_unless_asked_for_or_where_somebody_has_spoken(string assembly, bool isOn) =>
        Check(Program("client.Save();", assembly), [_library.Add("Acme.Storage", Storage)], isOn);

    [Fact]
    public Task A_path_goes_on_into_other_libraries()
    {
        MetadataReference storage = _library.Add("Acme.Storage", Storage);
        MetadataReference front = _library.Add("Acme.Front", "public class Front<T> { public class Inner { public void Go(T t) => Deep(new Acme.Storage.Client()); static void Deep(Acme.Storage.Client c) => c.Save(); } }", storage);
        return Check(
            Program("inner.{|#0:Go|}(1);", parameters: "Front<int>.Inner inner"),
            [storage, front],
            isOn: true,
            Rule.Warning(0, "CG1006", "'Inner.Go' blocks the thread of all coroutines: it calls Deep, which calls Save, which calls Flush, which calls FileStream.Write, in Acme.Storage. Run it on another thread, [assembly: OffloadCalls(typeof(Inner), \"Go\")], or say that it may block, [assembly: ExcludeFromPatching(typeof(Inner), \"Go\")]."));
    }

    [Fact]
    public Task A_real_package() => Check(
        """
        using CoGen;
        partial class C
        {
            [Coroutine]
            void M(NuGet.Versioning.NuGetVersion version)
            {
                _ = NuGet.Packaging.NupkgMetadataFileFormat.{|#0:Read|}("file");
                _ = version.ToNormalizedString();
                _ = NuGet.Versioning.NuGetVersion.Parse("1.0");
                _ = Newtonsoft.Json.JsonConvert.SerializeObject(version);
            }
        }
        """,
        [.. new[] { "NuGet.Packaging", "NuGet.Common", "NuGet.Versioning", "NuGet.Frameworks", "Newtonsoft.Json" }.Select(name => MetadataReference.CreateFromFile(Path.Combine(AppContext.BaseDirectory, name + ".dll")))],
        isOn: true,
        Rule.Warning(0, "CG1006", "'NupkgMetadataFileFormat.Read' blocks the thread of all coroutines: it calls Read, which calls SafeRead, which calls Sleep, which calls Thread.Sleep, in NuGet.Common. Run it on another thread, [assembly: OffloadCalls(typeof(NupkgMetadataFileFormat), \"Read\")], or say that it may block, [assembly: ExcludeFromPatching(typeof(NupkgMetadataFileFormat), \"Read\")]."));

    /// <summary>Every public method of big packages is looked at: none of them may make the reader fail, and only few block. What it costs is printed.</summary>
    [Theory]
    [InlineData("NuGet.Protocol", 1, 20)]
    [InlineData("NuGet.Packaging", 1, 20)]
    [InlineData("Newtonsoft.Json", 0, 0)]
    [InlineData("Microsoft.CodeAnalysis", 0, 20)]
    public void Whole_packages_are_read(string name, int least, int most)
    {
        string path = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation = FrameworkSymbols.Empty.AddReferences(
            Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
                .Where(file => Path.GetFileName(file) is var f && (f.StartsWith("NuGet.", StringComparison.Ordinal) || f.StartsWith("Newtonsoft", StringComparison.Ordinal) || f == "Microsoft.CodeAnalysis.dll" || f == "CoGen.dll"))
                .Select(file => MetadataReference.CreateFromFile(file)));
        CoGen.Semantics.KnownTypes known = CoGen.Semantics.KnownTypes.Of(compilation)!;
        IAssemblySymbol assembly = compilation.SourceModule.ReferencedAssemblySymbols.Single(a => a.Name == name);
        Stopwatch watch = Stopwatch.StartNew();
        int methods = 0;
        int blocking = 0;
        foreach (IMethodSymbol method in MethodsIn(assembly.GlobalNamespace))
        {
            methods++;
            if (LibraryPaths.Of(known).From(method, TestContext.Current.CancellationToken) is LibraryPath found)
            {
                blocking++;
                TestContext.Current.TestOutputHelper?.WriteLine($"{method.ContainingType.Name}.{method.Name}: {found.Describe()}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {new FileInfo(path).Length / 1024} KB, {methods} public methods, {blocking} block, {watch.ElapsedMilliseconds} ms");
        Assert.True(methods > 1000);
        Assert.InRange(blocking, least, most);
    }

    [Fact]
    public Task Half_typed_code_does_no_harm() => Broken.Analyze<LibraryCallAnalyzer>(Program("client.(; new Client(; client.Save(.;", types: "class Client { }"));

    private static IEnumerable<IMethodSymbol> MethodsIn(INamespaceOrTypeSymbol outer)
    {
        foreach (ISymbol member in outer.GetMembers())
        {
            if (member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public } method)
            {
                yield return method;
            }
            else if (member is INamespaceSymbol or INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public })
            {
                foreach (IMethodSymbol nested in MethodsIn((INamespaceOrTypeSymbol)member))
                {
                    yield return nested;
                }
            }
        }
    }
}

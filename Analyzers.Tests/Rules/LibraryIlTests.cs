using CoGen.Analyzers.Libraries;
using CoGen.Analyzers.Tests.Harness;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>What is made of IL that compilers seldom write, or never: the rest of the library is read all the same.</summary>
public sealed class LibraryIlTests : IDisposable
{
    private const string Odd = """
        public class Client
        {
            public static long Odd(long n) => (n * 0x0102030405060708 + n * 0x0203040506070809) * (n * 0x0304050607080910 + n * 0x0405060708091011);
            public static void Sleep() { Odd(1); Sleeper.Sleep(); }
        }

        public static class Sleeper { public static void Sleep() => Thread.Sleep(1); }
        """;

    private readonly Library _library = new();
    private readonly Library _other = new();

    public void Dispose()
    {
        _library.Dispose();
        _other.Dispose();
    }

    private static string? PathFrom(string type, string method, params MetadataReference[] references)
    {
        CSharpCompilation compilation = FrameworkSymbols.Empty.AddReferences([MetadataReference.CreateFromFile(typeof(Co).Assembly.Location), .. references]);
        KnownTypes known = KnownTypes.Of(compilation) ?? throw new InvalidOperationException();
        IMethodSymbol symbol = compilation.GetTypeByMetadataName(type)?.GetMembers(method).OfType<IMethodSymbol>().Single() ?? throw new InvalidOperationException($"No type '{type}'.");
        return LibraryPaths.Of(known).From(symbol, TestContext.Current.CancellationToken)?.Describe();
    }

    [Theory]
    [InlineData("00 00 00 45 FE FF FF FF")] // a switch of less than no cases, which leads back
    [InlineData("45 00 00 00 40")] // a switch of more cases than there are bytes
    [InlineData("28 01 00 00 FF")] // a call of what is no token
    [InlineData("28 00 00 00 00")]
    [InlineData("28 FF FF FF 0A")] // a call of what is in no table
    [InlineData("28 01 00 00 02")] // a call of a type
    [InlineData("7B FF FF FF 04")] // a field that is in no table
    [InlineData("FE FF FF 24 26 26 26 26")] // no instructions, and a stack with nothing on it
    [InlineData("21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21 21")] // ends within an operand
    public void Bytes_that_are_never_run_do_no_harm(string il)
    {
        MetadataReference library = _library.AddSpoilt("Acme", Odd, "Odd", Convert.FromHexString(il.Replace(" ", "")));

        Assert.Null(PathFrom("Client", "Odd", library));
        Assert.Equal("it calls Sleep, which calls Thread.Sleep, in Acme", PathFrom("Client", "Sleep", library));
    }

    [Theory]
    [InlineData("Sleeper", "Sl(ep.r")]
    [InlineData("Sleeper", "Sl`e{}r")]
    [InlineData("Sleeper", ".......")]
    [InlineData("Sleeper", "((((~~~")]
    public void Names_that_no_language_allows_do_no_harm(string name, string odd) =>
        Assert.EndsWith("calls Thread.Sleep, in Acme", PathFrom("Client", "Sleep", _library.AddRenamed("Acme", Odd, name, odd)) ?? "calls Thread.Sleep, in Acme", StringComparison.Ordinal);

    [Fact]
    public void A_type_that_is_nested_in_itself_does_no_harm() => Assert.Equal(
        "it calls Sleep, which calls Thread.Sleep, in Acme",
        PathFrom("Client", "Sleep", _library.AddCircle("Acme", Odd + "public class Outer { public class Inner { public void Sleep() => Sleeper.Sleep(); } }")));

    [Fact]
    public void What_is_compiled_for_the_processor_is_no_il() => Assert.Null(PathFrom("Client", "Native", _library.Add("Acme", """
        public class Client
        {
            [System.Runtime.CompilerServices.MethodImpl(MethodCodeType = System.Runtime.CompilerServices.MethodCodeType.Native)]
            public static void Native() => Thread.Sleep(1);
        }
        """)));

    [Theory]
    [InlineData("Pointer", "it calls Thread.Sleep, in Acme")] // calli
    [InlineData("Switch", "it calls Thread.Sleep, in Acme")]
    [InlineData("Long", "it calls Thread.Sleep, in Acme")] // branches of four bytes
    [InlineData("Filter", "it calls Thread.Sleep, in Acme")]
    [InlineData("Constrained", "it calls Wait, which calls Thread.Sleep, in Acme")]
    [InlineData("Async", null)] // a state machine, which another thread may run
    [InlineData("AsyncCaller", null)]
    [InlineData("GenericAsyncCaller", null)]
    [InlineData("Iterator", null)]
    public void Each_form_of_il_is_read_to_its_end(string method, string? path) => Assert.Equal(path, PathFrom("Client", method, _library.Add("Acme", $$"""
        public class Client
        {
            public static unsafe void Pointer() { delegate*<int, void> p = &Odd; p(1); Thread.Sleep(1); }
            public static int Switch(int n) { switch (n) { case 0: return 3; case 1: return 5; case 2: return 8; case 3: Thread.Sleep(1); return 1; default: return 2; } }
            public static int Long(int n) { if (n > 1) { {{string.Concat(Enumerable.Repeat("n = n * n + 3 / n;", 50))}} } else { Thread.Sleep(1); } return n; }
            public static void Filter() { try { Odd(1); } catch (Exception e) when (e.Message.Length > 3) { Thread.Sleep(1); } }
            public static void Constrained(Waiter waiter) => waiter.Wait();
            private static void Odd(int n) { }
            public static async Task Async() { Thread.Sleep(1); await Task.Yield(); }
            public static void AsyncCaller() => _ = Async();
            public static async Task<T> LoadAsync<T>(T t) { Block(); await Task.Yield(); return t; }
            public static Task<T> StartAsync<T>(T t) { Block(); return LoadAsync<T>(t); }
            public static void GenericAsyncCaller() => _ = StartAsync<int>(1);
            private static void Block() => Thread.Sleep(1);
            public static IEnumerable<int> Iterator() { Thread.Sleep(1); yield return 1; }
        }

        public struct Waiter { public void Wait() => Thread.Sleep(1); }
        """)));

    [Fact]
    public void A_type_that_has_moved_is_found_where_it_is_now()
    {
        const string Client = "namespace Acme { public class Client { public void Save() => Thread.Sleep(1); public class Part { public void Load() => Thread.Sleep(1); } } }";
        MetadataReference old = _other.Add("Acme.Storage", Client);
        MetadataReference front = _library.Add("Front", "public class Front { public void Save(Acme.Client client) => client.Save(); public void Load(Acme.Client.Part part) => part.Load(); }", old);
        MetadataReference core = _library.Add("Acme.Core", Client);
        MetadataReference storage = _library.Add("Acme.Storage", "[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(Acme.Client))]", core);

        Assert.Equal("it calls Save, which calls Thread.Sleep, in Acme.Core", PathFrom("Front", "Save", front, storage, core));
        Assert.Equal("it calls Load, which calls Thread.Sleep, in Acme.Core", PathFrom("Front", "Load", front, storage, core));
    }

    [Fact]
    public void An_override_is_found_in_an_assembly_of_its_own()
    {
        MetadataReference storage = _library.Add("Acme.Storage", """
            namespace Acme
            {
                public class Folder { public virtual void Save() { } public virtual void Load() => Thread.Sleep(1); public void Close() { } }
                public class Middle : Folder { public override void Load() { } }
            }
            """);
        MetadataReference front = _library.Add(
            "Front",
            """
            public class Slow : Acme.Middle { public override void Save() => Thread.Sleep(1); public new void Close() => Thread.Sleep(1); }
            public class Slower : Slow { public override void Save() => base.Save(); }
            public class SlowStream : MemoryStream { public override void WriteByte(byte value) => Thread.Sleep(1); }
            public class Front
            {
                public void Save() => new Slow().Save();
                public void SaveBase() => new Slower().Save();
                public void Load() => new Slow().Load();
                public void Close(Slow slow) => ((Acme.Folder)slow).Close();
                public void Write() => new SlowStream().WriteByte(1);
                public void WriteMore() => new SlowStream().Write(new byte[1], 0, 1);
            }
            """,
            storage);

        Assert.Equal("it calls Save, which calls Thread.Sleep, in Front", PathFrom("Front", "Save", storage, front));
        Assert.Equal("it calls Save, which calls Save, which calls Thread.Sleep, in Front", PathFrom("Front", "SaveBase", storage, front));
        Assert.Null(PathFrom("Front", "Load", storage, front));
        Assert.Null(PathFrom("Front", "Close", storage, front));
        Assert.Equal("it calls WriteByte, which calls Thread.Sleep, in Front", PathFrom("Front", "Write", storage, front));
        Assert.Null(PathFrom("Front", "WriteMore", storage, front));
    }

    [Fact]
    public void A_local_function_is_called_by_its_name() => Assert.Equal("it calls Wait, which calls Thread.Sleep, in Acme", PathFrom("Client", "Save", _library.Add("Acme", """
        public class Client { public void Save() { Wait(); static void Wait() => Thread.Sleep(1); } }
        """)));

    [Fact]
    public void A_reference_assembly_and_a_file_that_has_changed_say_nothing()
    {
        const string Client = "public class Client { public void Save() => Thread.Sleep(1); }";
        Assert.Null(PathFrom("Client", "Save", _library.Add("Acme", "[assembly: System.Runtime.CompilerServices.ReferenceAssembly]" + Client)));

        MetadataReference read = _library.Add("Other", Client);
        _ = ((PortableExecutableReference)read).GetMetadata();
        _library.Add("Other", "public class Unrelated { }");
        Assert.Null(PathFrom("Client", "Save", read));
    }
}

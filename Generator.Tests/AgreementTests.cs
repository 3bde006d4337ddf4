using CoGen.Generator.Tests.Harness;
using CoGen.Semantics;
using CoGen.Semantics.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Generator.Tests;

/// <summary>The analyzer sees the twins that the generator has yet to write; both must decide alike.</summary>
public class AgreementTests
{
    private const string Source = """
        public partial class Sample<T> where T : class
        {
            private readonly Stream _stream = Stream.Null;

            [Coroutine] public int Read(byte[] bytes, int offset) { Thread.Sleep(0); return Read(bytes, offset + 1) + _stream.Read(bytes, offset, 1); }
            [Coroutine] public int Read(Memory<byte> bytes) { lock (bytes.ToArray()) { _stream.Flush(); } return Read([1], 2); }
            public int Read(Span<byte> bytes) => 0;
            [Coroutine] private U Echo<U>(U value, params T[] more) { Span<byte> local = [1]; Read(local); return Read(new byte[3].AsSpan()) > 0 ? value : Echo(value); }
            [Coroutine] public static void Start(Sample<T> sample)
            {
                Fiber<int> fiber = Co.Spawn(sample.Read, new byte[1], 2);
                Func<int> nested = () => sample.Read([1], 2);
                Co.Spawn(() => Start(sample));
                _ = nested() + fiber.Result;
                sample?.Read([], 1);
                Co.Run(Other);
            }

            [Coroutine] private static void Other() => new Derived().Work();
        }

        public partial class Base { [Coroutine] public void Work() { Thread.Sleep(1); } }
        public partial class Derived : Base { [Coroutine] public new void Work() { base.Work(); Work(1); } public void Work(int n) { } public Task WorkAsync(int n) => Task.CompletedTask; }
        """;

    [Fact]
    public void Before_and_after_generation_the_decisions_are_the_same()
    {
        Compilation before = TestCompilation.Create(Source);
        Compilation after = GeneratorRun.Of(before).AssertCompiles().Output;
        string[] decisions = [.. Decisions(before)];
        Assert.Equal(7, decisions.Length);
        Assert.Equal(decisions, Decisions(after));
    }

    [Fact]
    public void So_they_are_where_members_take_part_in_inheritance()
    {
        Compilation before = TestCompilation.Create("""
            public partial interface IShape { [Coroutine] int Area(int n); [Coroutine] string Name { get; set; } }
            public abstract partial class Shape : IShape
            {
                [Coroutine] public abstract int Area(int n);
                [Coroutine] public virtual string Name { get { Thread.Sleep(1); return ""; } set => Thread.Sleep(1); }
                [Coroutine] int IShape.Area(int n) => Area(n);
            }
            public partial class Square : Shape
            {
                [Coroutine] public override int Area(int n) { Thread.Sleep(n); Name = Name + Name.Length; return this[n]; }
                public override string Name { [Coroutine] get => base.Name; }
                [Coroutine] public int this[int i] { get => Area(i) + i; set { Name += value; } }
            }
            public partial class Wrapped(Stream inner) : MemoryStream
            {
                [Coroutine] public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count) + Read(buffer, 0, 1);
                [Coroutine] public override void Flush() { base.Flush(); inner.Flush(); Flush(); }
                [Coroutine] protected override void Dispose(bool disposing) { Flush(); base.Dispose(disposing); }
            }
            public sealed partial class More(Stream inner) : Wrapped(inner)
            {
                [Coroutine] public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) + new Wrapped(this).Read([], 0, 0);
                [Coroutine] protected override void Dispose(bool disposing) { base.Flush(); base.Dispose(disposing); }
            }
            """);
        Compilation after = GeneratorRun.Of(before).AssertCompiles().Output;
        Assert.Equal(Decisions(before).ToArray(), Decisions(after));
    }

    private static IEnumerable<string> Decisions(Compilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single(static t => t.FilePath == TestCompilation.Path);
        SemanticModel model = compilation.GetSemanticModel(tree);
        KnownTypes known = KnownTypes.Of(compilation)!;
        foreach (SyntaxNode declaration in tree.GetRoot().DescendantNodes().Where(static n => n is MethodDeclarationSyntax or AccessorDeclarationSyntax))
        {
            IMethodSymbol method = (IMethodSymbol)model.GetDeclaredSymbol(declaration)!;
            if (!known.IsCoroutine(method))
                continue;

            CoroutineAnalysis analysis = CoroutineAnalysis.Of(method, declaration, model, known, CancellationToken.None);
            yield return $"{method.Name}: {string.Join(" | ", analysis.Edits)} / {string.Join(" | ", analysis.Unpatched.Select(static u => $"{u.Reason} {u.Detail}"))}";
        }
    }
}

using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.CoroutineShapeAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class ShapeTests
{
    [Fact]
    public Task Type_that_is_not_partial() => Rule.Reports(
        """
        using CoGen;

        class {|#0:Program|}
        {
            [Coroutine]
            static void TaskA() => Thread.Sleep(1);

            [Coroutine]
            static void TaskB() => Thread.Sleep(1);
        }
        """,
        Rule.Error(0, "CG0001", "The twin of 'TaskA' cannot be added to 'Program', because 'Program' is not partial; write 'partial' before its keyword"));

    [Fact]
    public Task Each_type_around_that_is_not_partial() => Rule.Reports(
        """
        using CoGen;

        struct {|CG0001:Outer|}
        {
            public partial class Middle
            {
                record {|CG0001:Inner|}
                {
                    [Coroutine]
                    void TaskA() => Thread.Sleep(1);
                }
            }
        }
        """);

    [Theory]
    [InlineData("ReadOnlySpan<char> {|#0:M|}()", "it returns ReadOnlySpan<char>")]
    [InlineData("ref int {|#0:M|}()", "it returns by ref")]
    public Task Signature_that_no_async_method_has(string signature, string reason) => Rule.Reports(
        $$"""
        using CoGen;

        partial class C
        {
            [Coroutine]
            {{signature}} => throw new NotImplementedException();
        }
        """,
        Rule.Error(0, "CG0002", $"'M' cannot have a twin, because {reason}, and a coroutine cannot do that; return a value, an array or Memory<T>"));

    [Theory]
    [InlineData("extern static void {|#0:M|}();", "M", "it is extern")]
    [InlineData("public static C operator {|#0:+|}(C a, C b) => a;", "operator +", "it is an operator")]
    [InlineData("partial void {|#0:M|}();", "M", "it is partial and has no body here")]
    public Task Member_that_cannot_have_a_twin(string member, string name, string reason) => Rule.Reports(
        $$"""
        using CoGen;

        partial class C
        {
            [Coroutine]
            {{member}}
        }
        """,
        Rule.Error(0, "CG0003", $"'{name}' cannot have a twin, because {reason}; move its body into an ordinary method and tag that"));

    [Fact]
    public Task Partial_method_is_reported_once() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            public partial ref int M(int[] n);

            public partial ref int {|CG0002:M|}(int[] n) => ref n[0];
        }
        """);

    [Fact]
    public Task Function_inside_a_body() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            void M(int n)
            {
                [Coroutine]
                void {|#0:Local|}() => Thread.Sleep(n);
                [Coroutine]
                void {|#3:Caller|}() => Local();
                [Coroutine]
                static void Alone() => Thread.Sleep(1);
                Action lambda = {|#1:[Coroutine] () => Thread.Sleep(1)|};
                Local();
                Caller();
                Alone();
                lambda();
            }

            event Action P
            {
                [Coroutine]
                {|#2:add|} { }
                remove { }
            }
        }
        """,
        Rule.Error(0, "CG0003", "'Local' cannot have a twin, because it is a local function that uses 'n' of the method around it, which its twin could not see; pass 'n' as an argument, or tag the method around it"),
        Rule.Error(3, "CG0003", "'Caller' cannot have a twin, because it calls 'Local', and it is a local function that uses 'n' of the method around it, which its twin could not see; pass 'n' as an argument, or tag the method around it"),
        Rule.Error(1, "CG0003", "'the lambda' cannot have a twin, because it is a lambda; make it a local function or method, and tag that"),
        Rule.Error(2, "CG0003", "'P' cannot have a twin, because it is the accessor of an event; move its body into an ordinary method and tag that"));

    [Fact]
    public Task Local_function_of_a_type_that_is_not_partial() => Rule.Reports(
        """
        using CoGen;

        class {|CG0001:C|}
        {
            void M()
            {
                [Coroutine]
                static void Local() => Thread.Sleep(1);
                Local();
            }
        }
        """);

    [Fact]
    public Task Local_function_that_uses_its_object() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            private int _n = 1;

            void M()
            {
                Local();

                [Coroutine]
                void {|#0:Local|}() => Thread.Sleep(_n);
            }
        }
        """,
        Rule.Error(0, "CG0003", "'Local' cannot have a twin, because it is a local function that uses the object around it; make it a method and tag that"));

    [Fact]
    public Task Local_function_of_a_coroutine() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M(int n)
            {
                Local();

                [Coroutine]
                void Local() => Thread.Sleep(n);
            }
        }
        """);

    [Fact]
    public Task Names_that_two_interfaces_have_settled() => Rule.Reports(
        """
        using CoGen;

        partial interface IName
        {
            [Coroutine]
            string Name { get; }
        }

        partial interface IGet
        {
            [Coroutine]
            string GetName();
        }

        partial class C : IName, IGet
        {
            [Coroutine]
            public string Name => "";

            [Coroutine]
            public string {|CG0006:GetName|}() => "";
        }
        """);

    [Fact]
    public Task Type_that_is_local_to_its_file() => Rule.Reports(
        """
        using CoGen;

        file partial class C
        {
            [Coroutine]
            void {|#0:M|}() => Thread.Sleep(1);
        }
        """,
        Rule.Error(0, "CG0003", "'M' cannot have a twin, because its type is local to its file, and no other file can add to that; make the type internal, or private in another type"));

    [Theory]
    [InlineData("async Task {|#0:M|}() => await Task.Yield();", "it is async")]
    [InlineData("Task {|#0:M|}() => Task.CompletedTask;", "it returns something to await")]
    [InlineData("ValueTask<int> {|#0:M|}() => new(1);", "it returns something to await")]
    public Task Method_that_is_async_already(string member, string reason) => Rule.Reports(
        $$"""
        using CoGen;

        partial class C
        {
            [Coroutine]
            {{member}}
        }
        """,
        Rule.Error(0, "CG0004", $"'M' is asynchronous already: {reason}; remove [Coroutine], or write the method as plain blocking code"));

    [Fact]
    public Task Twin_name_that_is_taken() => Rule.Reports(
        """
        using CoGen;

        class Base
        {
            protected int LoadCoroutine() => 1;

            protected int LoadAsync() => 1;
        }

        partial class C : Base
        {
            [Coroutine]
            void {|#0:Save|}(int n) => Thread.Sleep(n);

            int SaveAsync(int n) => n;

            int SaveCoroutine(int n) => n;

            [Coroutine]
            void {|#1:Load|}() => Thread.Sleep(1);
        }
        """,
        Rule.Error(0, "CG0006", "The twin of 'Save' would be 'SaveCoroutine', but 'C.SaveCoroutine(int)' exists and does not fit; rename one of the two, or name the twin: [Coroutine(TwinName = \"…\")]"),
        Rule.Error(1, "CG0006", "The twin of 'Load' would be 'LoadCoroutine', but 'Base.LoadCoroutine()' would be hidden: it is inherited from Base; rename one of the two, or name the twin: [Coroutine(TwinName = \"…\")]"));

    [Fact]
    public Task Interface_that_cannot_declare_the_twin() => Rule.Reports(
        """
        using CoGen;

        partial interface I<out T>
        {
            [Coroutine]
            T {|#0:M|}();

            [Coroutine]
            int N();
        }

        partial interface IStatic
        {
            [Coroutine]
            static abstract void {|#1:O|}();
        }
        """,
        Rule.Error(0, "CG0007", "'M' cannot have a twin, because its result speaks of a type parameter that is 'in' or 'out'; take [Coroutine] from it and tag the members that implement it"),
        Rule.Error(1, "CG0007", "'O' cannot have a twin, because it is static and no type parameter of its interface stands for the type that implements it; take [Coroutine] from it and tag the members that implement it"));

    [Fact]
    public Task Members_that_take_part_in_inheritance() => Rule.Reports(
        """
        using CoGen;

        abstract partial class A
        {
            [Coroutine]
            public virtual void M() => Thread.Sleep(1);

            [Coroutine]
            public abstract int N { get; set; }
        }

        partial class B : A, IDisposable
        {
            [Coroutine]
            public override void M() => Thread.Sleep(1);

            public override int N { [Coroutine] get => 1; set { } }

            [Coroutine]
            void IDisposable.Dispose() => Thread.Sleep(1);
        }
        """);

    [Fact]
    public Task Methods_that_can_have_a_twin() => Rule.IsSilent(
        """
        using CoGen;

        public static partial class Extensions
        {
            [Coroutine]
            public static int ReadAll(this Stream stream, byte[] buffer) => stream.Read(buffer, 0, buffer.Length);
        }

        public partial class Outer<T>
        {
            [Coroutine]
            private protected T? Generic<TArgument>(TArgument argument, params int[] numbers) where TArgument : class
            {
                Thread.Sleep(numbers.Length);
                return default;
            }

            protected partial record struct Inner(int Number)
            {
                [Coroutine]
                public readonly int M(string text = "", CancellationToken cancellationToken = default) => Number;

                [Coroutine]
                public readonly override string ToString() => "";
            }

            [Coroutine]
            public void Overloaded() => Thread.Sleep(1);

            [Coroutine]
            public void Overloaded(int n) => Thread.Sleep(n);

            [Coroutine]
            public sealed override string ToString() => "";
        }
        """);

    [Fact]
    public Task Method_with_a_fitting_twin_of_its_own() => Rule.IsSilent(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            int Load(string path) => path.Length;

            async Task<int> LoadAsync(string path, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
                return path.Length;
            }
        }
        """);

    [Fact]
    public Task Untagged_methods() => Rule.IsSilent(
        """
        class C
        {
            virtual protected void M(ref int n) { }
            async Task N() => await Task.Yield();
            IEnumerable<int> O() { yield return 1; }
        }
        """);
}

using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>The part of the runtime that the rules speak of, as a reference of its own: the rules know it by name only.</summary>
internal static class RuntimeContract
{
    public static MetadataReference Reference { get; } = Compile();

    private static PortableExecutableReference Compile()
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            "CoGen",
            [CSharpSyntaxTree.ParseText(Source)],
            Net100.References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream image = new();
        Assert.Empty(compilation.Emit(image).Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private const string Source = """
        using System;
        using System.Runtime.CompilerServices;
        using System.Threading;
        using System.Threading.Tasks;
        using CoGen.CompilerServices;

        namespace CoGen.CompilerServices
        {
            [AttributeUsage(AttributeTargets.Parameter)] public sealed class CoroutineEntryAttribute : Attribute;
            [AttributeUsage(AttributeTargets.Method)] public sealed class CoroutineTwinAttribute : Attribute;
        }

        namespace CoGen
        {
            [AttributeUsage(AttributeTargets.Method)] public sealed class CoroutineAttribute : Attribute;

            [AsyncMethodBuilder(typeof(AsyncValueTaskMethodBuilder))]
            public readonly struct Coroutine
            {
                public ValueTaskAwaiter GetAwaiter() => default;
                public Task AsTask() => Task.CompletedTask;
            }

            [AsyncMethodBuilder(typeof(AsyncValueTaskMethodBuilder<>))]
            public readonly struct Coroutine<T>
            {
                public ValueTaskAwaiter<T> GetAwaiter() => default;
                public Task<T> AsTask() => Task.FromResult(default(T)!);
            }

            public class Fiber
            {
                public void Join() { }
                public Coroutine JoinAsync() => default;
            }

            public class Fiber<T> : Fiber
            {
                public T Result => default!;
            }

            public sealed class Greenlet
            {
                public Greenlet([CoroutineEntry] Action entry) { }
                public Greenlet(Func<Coroutine> entry) { }
                public object? Switch(object? value = null) => null;
                public Coroutine<object?> SwitchAsync(object? value = null) => default;
            }

            public static class Co
            {
                public static void Run([CoroutineEntry] Action entry) { }
                public static void Run(Func<Coroutine> entry) { }
                public static T Run<T>([CoroutineEntry] Func<T> entry) => default!;
                public static T Run<T>(Func<Coroutine<T>> entry) => default!;
                public static Fiber Spawn([CoroutineEntry] Action entry) => new();
                public static Fiber Spawn(Func<Coroutine> entry) => new();
                public static Fiber Spawn<T1>([CoroutineEntry] Action<T1> entry, T1 arg1) => new();
                public static Fiber Spawn<T1>(Func<T1, Coroutine> entry, T1 arg1) => new();
                public static Fiber Spawn<T1, T2>([CoroutineEntry] Action<T1, T2> entry, T1 arg1, T2 arg2) => new();
                public static Fiber Spawn<T1, T2>(Func<T1, T2, Coroutine> entry, T1 arg1, T2 arg2) => new();
                public static Fiber<T> Spawn<T>([CoroutineEntry] Func<T> entry) => new();
                public static Fiber<T> Spawn<T>(Func<Coroutine<T>> entry) => new();
                public static Fiber<T> Spawn<T1, T>([CoroutineEntry] Func<T1, T> entry, T1 arg1) => new();
                public static Fiber<T> Spawn<T1, T>(Func<T1, Coroutine<T>> entry, T1 arg1) => new();
                public static Fiber SpawnAfter(TimeSpan delay, [CoroutineEntry] Action entry) => new();
                public static Fiber SpawnAfter(TimeSpan delay, Func<Coroutine> entry) => new();
                public static void Sleep(int milliseconds) { }
                public static Coroutine SleepAsync(int milliseconds) => default;
                public static void Yield() { }
                public static ValueTask YieldAsync() => default;
                public static void JoinAll(params ReadOnlySpan<Fiber> fibers) { }
                public static Coroutine JoinAllAsync(params Fiber[] fibers) => default;
                public static CancellationToken Token => default;
            }

            public static class CoTask
            {
                public static Coroutine WaitAsync(Task task) => default;
                public static Coroutine WaitAsync(Task task, CancellationToken cancellationToken) => default;
                public static Coroutine<bool> WaitAsync(Task task, int millisecondsTimeout) => default;
                public static Coroutine<bool> WaitAsync(Task task, TimeSpan timeout) => default;
                public static Coroutine<T> ResultAsync<T>(Task<T> task) => default;
                public static Coroutine<T> ResultAsync<T>(ValueTask<T> task) => default;
                public static Coroutine GetResultAsync(Task task) => default;
                public static Coroutine<T> GetResultAsync<T>(Task<T> task) => default;
            }
        }
        """;
}

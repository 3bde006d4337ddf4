using CoGen.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.NativeCallAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class NativeCallTests
{
    private static string Program(string body, string assembly = "", string tag = "[Coroutine]") => $$"""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using CoGen;

        {{assembly}}

        unsafe partial class C
        {
            [DllImport("libc")]
            static extern int read(int file, byte[] into, nint count);

            [DllImport("libc"), SuppressGCTransition]
            static extern int getpid();

            [LibraryImport("libc")]
            private static partial int wait(int id);

            private static partial int wait(int id) => id;

            {{tag}}
            void M(delegate* unmanaged<int, int> native, delegate* unmanaged[SuppressGCTransition]<int> quick, delegate*<int, int> managed)
            {
                {{body}}
            }
        }
        """;

    [Fact]
    public Task Native_calls_that_no_rule_is_about() => Rule.Reports(
        Program("""
            {|#0:read|}(0, [], 0);
            C.{|#1:wait|}(1);
            {|#2:native|}(1);
            Action later = () => {|#3:read|}(0, [], 0);
            """),
        Rule.At(0, "CG1007", DiagnosticSeverity.Info, "'C.read' is native code, and if it waits, the thread of all coroutines waits; nothing says whether it does. Run it on another thread, [assembly: OffloadCalls(typeof(C), \"read\")], or say that it does not block, [assembly: ExcludeFromPatching(typeof(C), \"read\")]."),
        Rule.At(1, "CG1007", DiagnosticSeverity.Info, "'C.wait' is native code, and if it waits, the thread of all coroutines waits; nothing says whether it does. Run it on another thread, [assembly: OffloadCalls(typeof(C), \"wait\")], or say that it does not block, [assembly: ExcludeFromPatching(typeof(C), \"wait\")]."),
        Rule.At(2, "CG1007", DiagnosticSeverity.Info, "'native' is native code, and if it waits, the thread of all coroutines waits; nothing says whether it does. Call it in a method of plain code whose calls are offloaded, or in Co.Blocking(() => …) if it does not block."),
        Rule.At(3, "CG1007", DiagnosticSeverity.Info, "'C.read' is native code, and if it waits, the thread of all coroutines waits; nothing says whether it does. Run it on another thread, [assembly: OffloadCalls(typeof(C), \"read\")], or say that it does not block, [assembly: ExcludeFromPatching(typeof(C), \"read\")]."));

    [Theory]
    [InlineData("getpid(); quick(); managed(1); Math.Sqrt(2);", "", "[Coroutine]")]
    [InlineData("read(0, [], 0);", "", "")]
    [InlineData("read(0, [], 0);", "", "[Coroutine(KeepBlocking = [\"read\"])]")]
    [InlineData("Co.Blocking(() => read(0, [], 0)); Task.Run(() => wait(1)).Wait(); _ = nameof(read);", "", "[Coroutine]")]
    [InlineData("read(0, [], 0);", "[assembly: OffloadCalls(typeof(C), \"read\")]", "[Coroutine]")]
    [InlineData("read(0, [], 0); wait(1);", "[assembly: ExcludeFromPatching(typeof(C), \"read\", \"wait\")]", "[Coroutine]")]
    public Task What_is_quick_or_spoken_of(string body, string assembly, string tag) => Rule.IsSilent(Program(body, assembly, tag));

    [Fact]
    public Task Half_typed_code_does_no_harm() => Broken.Analyze<NativeCallAnalyzer>(Program("read(; native(; delegate*< x; wait"));
}

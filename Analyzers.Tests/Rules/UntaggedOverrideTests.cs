using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.UntaggedMethodAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>CG1005 where the object decides which method runs.</summary>
public class UntaggedOverrideTests
{
    [Fact]
    public Task Override_that_blocks() => Rule.Reports(
        UntaggedProgram.Of(
            """
            [Coroutine]
            void M(Store store, MemoryStore memory, Sealed sealedStore, Base plain)
            {
                store.{|#0:Load|}();
                memory.Load();
                sealedStore.Load();
                plain.Load();
                Deep(store);
            }

            static void Deep(Store store) { }
            """,
            """
            abstract class Store { public abstract void Load(); }
            class FileStore : Store { public override void Load() => File.ReadAllText("file"); }
            class MemoryStore : Store { public override void Load() { } }
            sealed class Sealed : Store { public override void Load() { } }
            class Base { public virtual void Load() { } }
            class Derived : Base { public override void Load() => base.Load(); }
            """),
        Rule.Warning(0, "CG1005", "'Load' blocks the thread of all coroutines: it may be FileStore.Load, which calls File.ReadAllText. Tag it [Coroutine]."));

    [Fact]
    public Task Call_on_base_is_that_of_the_base() => Rule.Reports(
        UntaggedProgram.Of("", """
            class Store { public virtual void Load() { } public virtual void Save() => Thread.Sleep(1); }
            partial class FileStore : Store
            {
                public override void Load() => Thread.Sleep(1);
                public override void Save() { }
                [Coroutine] void M() { base.Load(); base.{|CG1005:Save|}(); }
            }
            """));

    [Fact]
    public Task Implementation_of_an_interface_that_blocks() => Rule.Reports(
        UntaggedProgram.Of(
            """
            [Coroutine]
            void M(IStore store, IQuiet quiet, IDisposable unknown)
            {
                {|#0:Use|}(store);
                store.{|#1:Load|}();
                quiet.Load();
                unknown.Dispose();
            }

            static void Use(IStore store) => store.Load();
            """,
            """
            interface IStore { void Load(); }
            interface IQuiet { void Load(); }
            class FileStore : IStore { void IStore.Load() => File.ReadAllText("file"); }
            class MemoryStore : IStore, IQuiet, IDisposable { public void Load() { } public void Dispose() => Thread.Sleep(1); }
            """),
        Rule.Warning(0, "CG1005", "'Use' blocks the thread of all coroutines: it calls Load, which may be FileStore.IStore.Load, which calls File.ReadAllText. Tag it [Coroutine]."),
        Rule.Warning(1, "CG1005", "'Load' blocks the thread of all coroutines: it may be FileStore.IStore.Load, which calls File.ReadAllText. Tag it [Coroutine]."));

    [Fact]
    public Task Tagged_implementation_behind_an_untagged_interface_runs_as_its_original() => Rule.Reports(
        UntaggedProgram.Of("[Coroutine] void M(IStore store) => store.{|CG1005:Load|}();", """
            interface IStore { void Load(); }
            partial class FileStore : IStore { [Coroutine] public void Load() => Thread.Sleep(1); }
            """));
}

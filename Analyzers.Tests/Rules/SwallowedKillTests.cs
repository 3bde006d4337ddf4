using CoGen.CodeFixes;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.SwallowedKillAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

public class SwallowedKillTests
{
    private static string InCoroutine(string statements) => $$"""
        using CoGen;

        partial class C
        {
            private bool _stopped;
            private Exception? _error;

            static void Log(object message) { }
            static void Fail(Exception error) { }
            static bool MustLeave(Exception error) => error is OutOfMemoryException;

            [Coroutine]
            void M(Stream stream, CoQueue<Action> jobs, byte[] buffer, CancellationToken token)
            {
                {{statements}}
            }
        }
        """;

    [Fact]
    public Task The_message_names_both_waits() => Rule.Reports(
        InCoroutine("while (true) { try { stream.Read(buffer, 0, 1); } {|#0:catch|} { } Thread.Sleep(1); }"),
        Rule.Warning(0, "CG1026", "A fiber that is killed at 'Stream.Read' lives on: this clause swallows the kill, and the fiber goes on to 'Thread.Sleep'. Let it through: 'when (e is not OperationCanceledException)'."));

    [Fact]
    public Task A_clause_of_cancellation_has_advice_of_its_own() => Rule.Reports(
        InCoroutine("while (true) { try { Thread.Sleep(1); } {|#0:catch|} (OperationCanceledException) { } }"),
        Rule.Warning(0, "CG1026", "A fiber that is killed at 'Thread.Sleep' lives on: this clause swallows the kill, and the fiber goes on to 'Thread.Sleep'. Throw it on, or leave the loop."));

    [Theory]
    [InlineData("while (true) { try { Thread.Sleep(1); } {|CG1026:catch|} { } }")]
    [InlineData("while (!_stopped) { try { Thread.Sleep(1); } {|CG1026:catch|} (Exception e) { Log(e); } }")]
    [InlineData("for (; ; ) { try { jobs.Take()(); } {|CG1026:catch|} (Exception) { continue; } }")]
    [InlineData("foreach (byte b in buffer) try { stream.WriteByte(b); } {|CG1026:catch|} (Exception e) { Log(e.Message); }")]
    [InlineData("do { try { Thread.Sleep(1); } {|CG1026:catch|} (SystemException) { } } while (true);")]
    [InlineData("while (true) { Action job = jobs.Take(); try { Thread.Sleep(1); job(); } {|CG1026:catch|} (Exception e) { Fail(e); } }")]
    [InlineData("try { Thread.Sleep(1); } {|CG1026:catch|} (Exception e) { Log(e); } Thread.Sleep(2);")]
    [InlineData("if (_stopped) { try { Thread.Sleep(1); } {|CG1026:catch|} { } } Thread.Sleep(2);")]
    [InlineData("while (true) { try { try { Thread.Sleep(1); } {|CG1026:catch|} (Exception e) { Log(e); } } finally { Log(1); } }")]
    [InlineData("while (true) { try { try { Thread.Sleep(1); } catch (Exception e) { Log(e); throw; } } {|CG1026:catch|} (Exception e) { Log(e); } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (IOException) { } {|CG1026:catch|} (Exception e) { if (e is IOException) break; } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) when (e is IOException) { } {|CG1026:catch|} { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } {|CG1026:catch|} { break; } } Thread.Sleep(2);")]
    [InlineData("while (true) switch (buffer.Length) { case 1: try { Thread.Sleep(1); } {|CG1026:catch|} { } break; default: Log(1); break; }")]
    [InlineData("using (stream) while (true) { try { Thread.Sleep(1); } {|CG1026:catch|} { Thread.Sleep(100); } }")]
    [InlineData("while (true) { lock (jobs) { try { Thread.Sleep(1); } {|CG1026:catch|} { } } }")]
    public Task What_keeps_a_killed_fiber_alive(string statements) => Rule.Reports(InCoroutine(statements));

    [Theory]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) when (e is not OperationCanceledException) { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) when (!(e is OperationCanceledException)) { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) when (e is not FiberKilledException) { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) when (e is IOException or TimeoutException) { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception) when (!token.IsCancellationRequested) { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (OperationCanceledException) { throw; } catch { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (FiberKilledException) { throw; } catch { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (FiberKilledException) { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (IOException) { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (TaskCanceledException) { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) { Log(e); throw; } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) { throw new IOException(null, e); } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) { if (e is OperationCanceledException) throw; } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) { if (e is FiberKilledException) return; Log(e); } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception) { if (token.IsCancellationRequested) break; } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) { Environment.FailFast(e.Message); } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Exception e) { if (MustLeave(e)) throw; Log(e); } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch { break; } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch { return; } }")]
    [InlineData("while (!_stopped) { try { Thread.Sleep(1); } catch { _stopped = true; } }")]
    [InlineData("bool ok = true; try { Thread.Sleep(1); } catch { ok = false; } if (ok) Thread.Sleep(2);")]
    [InlineData("int left = 3; while (true) { try { Thread.Sleep(1); } catch { left--; } if (left == 0) break; }")]
    [InlineData("try { Thread.Sleep(1); } catch (Exception e) { _error = e; } stream.Flush(); if (_error != null) throw _error;")]
    [InlineData("try { while (true) Thread.Sleep(1); } catch (Exception e) { Log(e); }")]
    [InlineData("try { Thread.Sleep(1); } catch (Exception e) { Log(e); } finally { stream.Flush(); }")]
    [InlineData("try { Thread.Sleep(1); } catch (Exception e) { Log(e); stream.Flush(); }")]
    [InlineData("try { try { Thread.Sleep(1); } catch (Exception e) { Log(e); } } finally { Thread.Sleep(1); }")]
    [InlineData("try { Thread.Sleep(1); } finally { try { stream.Flush(); } catch { } Thread.Sleep(1); }")]
    [InlineData("while (true) { try { Log(1); } catch { } Thread.Sleep(1); }")]
    [InlineData("while (true) { try { Task.Run(() => Thread.Sleep(1)); } catch { } Thread.Sleep(1); }")]
    [InlineData("new Thread(() => { while (true) { try { Thread.Sleep(1); } catch { } } }).Start(); Thread.Sleep(1);")]
    [InlineData("while (true) { using ShieldScope shield = Co.Shield(); Thread.Sleep(2); try { using (Co.Shield()) Thread.Sleep(1); } catch { } }")]
    [InlineData("try { Thread.Sleep(1); } catch { } return; ")]
    public Task What_ends_lets_it_through_or_decides(string statements) => Rule.IsSilent(InCoroutine(statements));

    [Fact]
    public Task A_method_that_returns_as_if_nothing_had_happened() => Rule.Reports(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void Work()
            {
                while (true)
                {
                    Step();
                    Ask();
                }
            }

            [Coroutine]
            void Step()
            {
                try { Thread.Sleep(1); }
                {|#0:catch|} (Exception e) { Console.WriteLine(e); }
            }

            [Coroutine]
            bool Ask()
            {
                try { Thread.Sleep(1); return true; } catch { return false; }
            }

            // Where it is an entry, the fiber ends with it.
            [Coroutine]
            void Serve()
            {
                try { Thread.Sleep(1); } catch (Exception e) { Console.WriteLine(e); }
            }

            [Coroutine]
            void Listen()
            {
                while (true)
                {
                    Thread.Sleep(1);
                    Co.Spawn(Serve);
                }
            }

            [Coroutine]
            void Last()
            {
                Thread.Sleep(1);
                Serve();
            }
        }
        """,
        Rule.Warning(0, "CG1026", "A fiber that is killed at 'Thread.Sleep' lives on: this clause swallows the kill, and the fiber goes on to 'C.Ask'. Let it through: 'when (e is not OperationCanceledException)'."));

    [Theory]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch ( { } }")]
    [InlineData("while (true) { try { Thread.Sleep(1); } catch (Unknown e) when (e is not")]
    [InlineData("while ( { try { Thread.Sleep(1); } catch (Exception e) when (e) { break } }")]
    public Task Half_typed_code(string statements) => Rule.BearsBroken(InCoroutine(statements));

    [Fact]
    public Task Elsewhere_nobody_is_killed() => Rule.IsSilent(
        """
        using CoGen;

        partial class C
        {
            void Plain() { while (true) { try { Thread.Sleep(1); } catch { } } }
            async Task Async() { while (true) { try { await Task.Delay(1); } catch { } } }
        }
        """);

    [Fact]
    public Task The_filter_is_added() => Rule.IsFixed<LetKillThroughCodeFix>(
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M(int e)
            {
                while (true)
                {
                    try { Thread.Sleep(1); }
                    {|CG1026:catch|} // whatever it is
                    {
                    }

                    try { Thread.Sleep(2); }
                    {|CG1026:catch|} (Exception)
                    {
                    }

                    try { Thread.Sleep(3); }
                    {|CG1026:catch|} (Exception failure) { Console.WriteLine(failure); }
                }
            }
        }
        """,
        """
        using CoGen;

        partial class C
        {
            [Coroutine]
            void M(int e)
            {
                while (true)
                {
                    try { Thread.Sleep(1); }
                    catch (Exception error) when (error is not OperationCanceledException) // whatever it is
                    {
                    }

                    try { Thread.Sleep(2); }
                    catch (Exception error) when (error is not OperationCanceledException)
                    {
                    }

                    try { Thread.Sleep(3); }
                    catch (Exception failure) when (failure is not OperationCanceledException) { Console.WriteLine(failure); }
                }
            }
        }
        """);

    [Fact]
    public Task No_fix_where_the_filter_would_never_be_true() => Rule.IsNotFixed<LetKillThroughCodeFix>(
        InCoroutine("while (true) { try { Thread.Sleep(1); } {|CG1026:catch|} (OperationCanceledException) { } }"));
}

// A library with something wrong in each class: what a build reports of it is in Bad.txt.
using System.Xml;
using CoGen;

namespace Bad
{
    // CG0001
    class NotPartial
    {
        [Coroutine]
        public static void Work() => Thread.Sleep(1);
    }

    partial class Signatures
    {
        // CG0002
        [Coroutine]
        public static ReadOnlySpan<byte> Header(Stream stream)
        {
            byte[] bytes = new byte[4];
            stream.ReadExactly(bytes);
            return bytes;
        }

        // CG0003
        [Coroutine]
        public static Signatures operator +(Signatures a, Signatures b)
        {
            Thread.Sleep(1);
            return a;
        }

        // CG0004
        [Coroutine]
        public static async Task AlreadyAsync() => await Task.Delay(1);

        // CG0006
        [Coroutine(TwinName = "SaveInTurns")]
        public static void Save(string path) => File.WriteAllText(path, "");

        public static bool SaveInTurns(string path) => path.Length > 0;
    }

    // CG0007
    public partial interface ISource<out T>
    {
        [Coroutine]
        T Read();
    }

    partial class Tags
    {
        // CG0010
        [Coroutine]
        public static int Twice(int n) => 2 * n;
    }

    static class Patches
    {
        // CG0011
        [Patch(typeof(Stream), "Raed")]
        public static Coroutine<int> ReadAsync(Stream stream, byte[] buffer, int offset, int count) => new(0);

        // CG0012
        [Patch(typeof(TextWriter), nameof(TextWriter.Flush))]
        public static Coroutine FlushAsync() => default;

        [Patch(typeof(Directory), nameof(Directory.Delete))]
        public static Coroutine DeleteAsync(string path) => default;

        // CG1031
        [Patch(typeof(Directory), nameof(Directory.Delete))]
        public static Coroutine DeleteAgainAsync(string path) => default;

        // CG1032
        [Patch(typeof(Console), nameof(Console.Beep))]
        internal static Coroutine BeepAsync() => default;
    }

    partial class Calls
    {
        private readonly object _gate = new();
        private int[] _cells = new int[4];
        private Action<int>? _later;
        private bool _isDone;

        // CG1001
        [Coroutine]
        public void Load(XmlDocument document, XmlReader reader) => document.Load(reader);

        // CG1002
        public void Start() => Co.Spawn(Plain);

        private static void Plain() => Thread.Sleep(1);

        // CG1003
        [Coroutine]
        public void Capture() => _later = Thread.Sleep;

        // CG1004
        [Coroutine]
        public void All(List<int> times) => times.ForEach(time => Thread.Sleep(time));

        // CG1005
        [Coroutine]
        public void Call() => Plain();

        [System.Runtime.InteropServices.DllImport("c")]
        private static extern int sync();

        // CG1007
        [Coroutine]
        public void Native()
        {
            sync();
            Thread.Sleep(1);
        }

        // CG1008
        public async Task ServeAsync()
        {
            await Task.Yield();
            Swapped();
        }

        [Coroutine]
        public void Swapped() => Thread.Sleep(1);

        // CG1004, CG1011, CG1022
        [Coroutine]
        public void InLock(List<int> list)
        {
            lock (_gate)
            {
                Thread.Sleep(1);
                list.ForEach(_ => Monitor.Wait(_gate));
            }
        }

        // CG1012
        [Coroutine]
        public void InFilter()
        {
            try
            {
                Console.WriteLine();
            }
            catch (IOException) when (File.ReadAllText("errors").Length > 0)
            {
            }
        }

        // CG1013
        [Coroutine]
        public void InUnsafe()
        {
            unsafe
            {
                int n = 1;
                int* p = &n;
                Thread.Sleep(*p);
            }
        }

        // CG1014
        [Coroutine]
        public void InChain(Stream? stream)
        {
            for (int i = 0; i < 3; i++, stream?.Flush())
            {
            }
        }

        // CG1015
        [Coroutine]
        public void AcrossReference()
        {
            ref int first = ref _cells[0];
            Thread.Sleep(1);
            first = 1;
        }

        // CG1016
        [Coroutine]
        public string? Ask() => Console.In.ReadLine();

        [Coroutine]
        public static void Next(ref int n)
        {
            Thread.Sleep(1);
            n++;
        }

        // CG1017
        [Coroutine]
        public void ByReference() => Next(ref _cells.AsSpan()[0]);

        [Coroutine]
        public static void Skip(ref ReadOnlySpan<byte> rest)
        {
            Thread.Sleep(1);
            rest = rest[1..];
        }

        // CG1018
        [Coroutine]
        public void OfItsOriginal(byte[] bytes)
        {
            ReadOnlySpan<byte> rest = bytes;
            Skip(ref rest);
        }

        [Coroutine]
        public int Value
        {
            get => Task.FromResult(1).Result;
            set => Thread.Sleep(value);
        }

        // CG1020
        [Coroutine]
        public int Increment() => Value++;

        [Coroutine]
        public static IEnumerable<string> Lines(TextReader reader)
        {
            while (reader.ReadLine() is string line)
                yield return line;
        }

        // CG1027
        [Coroutine]
        public string[] Sorted(TextReader reader) => Sort(Lines(reader));

        private static string[] Sort(IEnumerable<string> lines) => [.. lines.Order()];

        // CG1025
        public void Drop() => Co.SleepAsync(1);

        // CG1026
        [Coroutine]
        public void Swallow()
        {
            while (true)
            {
                try
                {
                    Thread.Sleep(1);
                }
                catch
                {
                }
            }
        }

        // CG1029
        [Coroutine]
        public void Spin()
        {
            Thread.Sleep(1);
            while (!_isDone)
            {
            }
        }
    }

    class Settings
    {
        // CG1009
        public static readonly string Text = Read();

        private static string Read()
        {
            Thread.Sleep(1);
            return "";
        }
    }

    partial class Readers
    {
        [Coroutine]
        public void Show()
        {
            Thread.Sleep(1);
            Console.WriteLine(Settings.Text);
        }

        // CG1028
        [Coroutine]
        public void Open(OldConnection connection) => connection.Open();
    }

    abstract class OldConnection : System.Data.Common.DbConnection
    {
        public override void Open() => Thread.Sleep(1);
    }

    partial class Yields
    {
        private static readonly object s_gate = new();
        private static int s_count;

        [ThreadStatic]
        private static int t_depth;

        // CG2002
        [Coroutine]
        public static void Count()
        {
            int count = s_count;
            Thread.Sleep(1);
            s_count = count + 1;
        }

        // CG2003
        [Coroutine]
        public static void Hold()
        {
            lock (s_gate)
            {
                Thread.Sleep(1);
            }
        }

        // CG1023
        public static void Plain()
        {
            lock (s_gate)
            {
                s_count++;
            }
        }

        // CG2004
        [Coroutine]
        public static void Transact()
        {
            using System.Transactions.TransactionScope scope = new(System.Transactions.TransactionScopeOption.Required, System.Transactions.TransactionScopeAsyncFlowOption.Suppress);
            Thread.Sleep(1);
            scope.Complete();
        }

        // CG1024
        [Coroutine]
        public static void Deeper()
        {
            t_depth = 1;
            Thread.Sleep(1);
            t_depth++;
        }
    }

    // CG1021
    partial struct Counter
    {
        private int _count;

        [Coroutine]
        public void Increment()
        {
            Thread.Sleep(1);
            _count++;
        }
    }
}

// flag members: sleeps, and is spawned
void Start() => Co.Spawn({|CG1002:Work|});

static void Work() => Thread.Sleep(1);

// flag members: reads a file, and is run
void Start() => Co.Run({|CG1002:Work|});

static void Work() => File.ReadAllText("a");

// flag members: blocks one call down
void Start() => Co.Spawn({|CG1002:Work|});

static void Work() => Step();

static void Step() => Thread.Sleep(1);

// flag members: blocks three calls down
void Start() => Co.Spawn({|CG1002:Work|});

static void Work() => A();

static void A() => B();

static void B() => C();

static void C() => Task.Delay(1).Wait();

// flag members: with an argument
void Start(string url) => Co.Spawn({|CG1002:Load|}, url);

static void Load(string url) => File.WriteAllText(url, "");

// flag members: with a result
int Start() => Co.Run({|CG1002:Count|});

static int Count() => File.ReadAllLines("a").Length;

// flag members: a lambda that sleeps
void Start() => Co.Spawn({|CG1002:() =>|} Thread.Sleep(1));

// flag members: a lambda with a body
void Start() => Co.Spawn({|CG1002:() =>|}
{
    Console.WriteLine("begins");
    Thread.Sleep(1);
});

// flag members: a lambda that calls what blocks
void Start(string path) => Co.Spawn({|CG1002:() =>|} Save(path));

static void Save(string path) => File.WriteAllText(path, "");

// flag members: a lambda that calls a coroutine
void Start(string path) => Co.Spawn({|CG1002:() =>|} Save(path));

[Coroutine]
static void Save(string path) => File.[|WriteAllText|](path, "");

// flag members: a local that is spawned
void Start()
{
    Action work = {|CG1002:Work|};
    Co.Spawn(work);
}

static void Work() => Thread.Sleep(1);

// flag members: a local that holds a lambda
void Start()
{
    Action work = {|CG1002:() =>|} Thread.Sleep(1);
    Co.Spawn(work);
}

// flag members: a method of the framework
void Start() => Co.Spawn(Thread.{|CG1002:Sleep|}, 1);

// flag members: a method of an object of the framework
void Start(Task task) => Co.Spawn(task.{|CG1002:Wait|});

// flag members: an instance method
private readonly SemaphoreSlim _gate = new(1);

void Start() => Co.Spawn({|CG1002:Enter|});

void Enter() => _gate.Wait();

// flag members: a local function
void Start()
{
    Co.Spawn({|CG1002:Work|});

    void Work() => Thread.Sleep(1);
}

// flag members: an anonymous method
void Start() => Co.Spawn({|CG1002:delegate|} { Thread.Sleep(1); });

// flag members: a greenlet
Greenlet Start() => new({|CG1002:Work|});

static void Work() => Thread.Sleep(1);

// flag members: in an array of entries
void Start() => Co.JoinAll(Co.Spawn(A), Co.Spawn({|CG1002:B|}));

[Coroutine]
static void A() => Thread.[|Sleep|](1);

static void B() => Thread.Sleep(1);

// flag members: in a coroutine
[Coroutine]
void Start() => Co.Spawn({|CG1002:Work|});

static void Work() => Thread.Sleep(1);

// flag members: a property that blocks is read
void Start() => Co.Spawn({|CG1002:Work|});

static void Work() => Console.WriteLine(Text);

static string Text => File.ReadAllText("a");

// flag members: a constructor that blocks is called
void Start() => Co.Spawn({|CG1002:Work|});

static void Work() => _ = new Client();

class Client
{
    public Client() => Thread.Sleep(1);
}

// swap members: it is tagged
void Start() => Co.Spawn(Work);

[Coroutine]
static void Work() => Thread.[|Sleep|](1);

// quiet members: it does not block
void Start() => Co.Spawn(Work);

static void Work() => Console.WriteLine("works");

// quiet members: a lambda that does not block
void Start() => Co.Spawn(() => Console.WriteLine("works"));

// swap members: an argument beside the method
void Start(string path) => Co.Spawn(Save, path);

[Coroutine]
static void Save(string path) => File.[|WriteAllText|](path, "");

// quiet members: a thread of its own
void Start() => new Thread(Work).Start();

static void Work() => Thread.Sleep(1);

// quiet members: a worker
void Start() => Task.Run(Work);

static void Work() => Thread.Sleep(1);

// quiet members: it only begins a task
void Start() => Co.Spawn(Work);

static void Work() => Task.Run(static () => Thread.Sleep(1));

// quiet members: it calls itself, and does not block
void Start() => Co.Spawn(Count, 3);

static void Count(int n)
{
    if (n > 0)
        Count(n - 1);
}

// quiet members: two that call each other, and do not block
void Start() => Co.Spawn(Even, 4);

static void Even(int n)
{
    if (n > 0)
        Odd(n - 1);
}

static void Odd(int n) => Even(n - 1);

// swap members: a local that holds a tagged method
void Start()
{
    Action work = Work;
    Co.Spawn(work);
}

[Coroutine]
static void Work() => Thread.[|Sleep|](1);

// quiet members: a name
string Start() => nameof(Work);

static void Work() => Thread.Sleep(1);

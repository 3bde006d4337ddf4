// swap: a character
int value = Console.[|Read|]();

// swap: a key
ConsoleKeyInfo key = Console.[|ReadKey|]();

// swap: a key that is not shown
ConsoleKeyInfo key = Console.[|ReadKey|](intercept: true);

// quiet: text
Console.Write("text");

// quiet: a number
Console.WriteLine(1);

// quiet: a stream
Stream stream = Console.OpenStandardInput();

// quiet: text of the other stream
Console.Error.WriteLine("text");

// quiet: asks
bool any = Console.KeyAvailable;

// quiet: a look
Console.Clear();

// flag: its async member reads on the caller's thread
string? line = Console.In.{|CG1016:ReadLine|}();

// flag: the rest, on the caller's thread
string text = Console.In.{|CG1016:ReadToEnd|}();

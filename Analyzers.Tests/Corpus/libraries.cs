using Acme.Storage;

// flag (Client client): flushes a file
client.{|CG1006:Save|}();

// flag (Client client): a property waits for a task
int total = client.{|CG1006:Total|};

// flag (Client client): a setter sleeps
client.{|CG1006:Mode|} = "slow";

// flag (Client client): the setter of what is read and written
client.{|CG1006:Mode|} += "er";

// flag (Client client): an indexer reads
byte first = {|CG1006:client[0]|};

// flag (Client client): to add a handler sleeps
client.Changed {|CG1006:+=|} delegate { };

// flag: a constructor connects
Client client = {|CG1006:new("host")|};

// flag (Client client): in a local function
client.{|CG1006:SaveLocally|}();

// flag (Client client, Folder folder): what is declared of a virtual method
client.{|CG1006:SaveIn|}(folder);

// flag (Client client): an override, of the object that is made
client.{|CG1006:SaveInLog|}();

// flag (Client client): an override that calls its base
client.{|CG1006:SaveInBoth|}();

// flag (Client client, Folder[] folders): an override, of what it is cast to
client.{|CG1006:SaveAll|}(folders);

// flag (Client client): a generic method, through another type
int item = client.{|CG1006:Load|}([1]);

// flag (Client client, System.Data.Common.DbCommand command): a database
int count = client.{|CG1006:Query|}(command);

// flag (Client client, System.Net.Sockets.Socket socket): a socket
int received = client.{|CG1006:Ask|}(socket, new byte[1]);

// flag (Client client): a process
client.{|CG1006:Run|}("program");

// flag (Client client): a thread
client.{|CG1006:Shut|}();

// flag (Client client): in one case of several
int chosen = client.{|CG1006:Choose|}(2);

// flag (Client client): in a finally
client.{|CG1006:Try|}();

// flag (Client client): a file of a type of the library's own
client.{|CG1006:Log|}();

// flag: what using disposes of
{|CG1006:using|} (Client client = new())
    client.Add(1);

// flag (Client client): an operator
Client same = client {|CG1006:+|} 1;

// flag (Client client): a conversion
string text = ({|CG1006:string|})client;

// flag (Client client): what foreach moves
{|CG1006:foreach|} (int entry in client.Entries())
    Console.WriteLine(entry);

// flag (Folder folder): an extension method
folder.{|CG1006:WaitFor|}(TimeSpan.FromSeconds(1));

// flag (Folder folder): a method of an extension block
folder.{|CG1006:WaitLonger|}();

// flag (Folder folder): not virtual
folder.{|CG1006:Close|}();

// flag members: in a lambda that runs here
[Coroutine] void Each(List<Client> clients) => clients.ForEach(client => client.{|CG1006:Save|}());

// quiet (Client client): adds to a list
client.Add(1);

// quiet (Client client): asks a list
int count = client.Count;

// quiet (Client client): reads what does not wait
string mode = client.Mode;

// quiet (Client client): to remove a handler does nothing
client.Changed -= delegate { };

// quiet: a constructor that does nothing
Client client = new();

// quiet (Client client): an override that does not, of the object that is made
client.SaveInMemory();

// quiet (MemoryFolder folder): an override that does not
folder.Save();

// quiet (MemoryFolder folder): hides what does
folder.Close();

// quiet (Client client): a lock
client.Lock();

// quiet (Client client): a semaphore that is held for a moment
client.Turn();

// quiet (Client client): a value that is made once
string name = client.Name();

// quiet (Client client): memory, and a stream of unknown kind
client.Copy();

// quiet (Client client): another thread sleeps
client.Start();

// quiet (Client client): what returns a task
client.StartSaving();

// quiet (Client client): a generic method that returns a task
client.StartLoading();

// quiet (Client client): the task has ended
int result = client.Ended(Task.FromResult(1));

// quiet (Client client): an override that the method cannot know of
client.Virtual(new SlowFolder());

// quiet (Client client): an interface
client.Interface(client);

// quiet (Client client): a delegate
client.Delegate(() => { });

// quiet (Client client): calls itself
client.Recursive(3);

// quiet (Client client): nobody takes the values
IEnumerable<int> values = client.Iterator();

// quiet (Client client): goes on later, on another thread
_ = client.Later();

// quiet (Client client): a worker thread saves
Co.Blocking(() => client.Save());

// quiet members: nobody runs it as a coroutine
void Plain(Client client) => client.Save();

// quiet file: the project says that it may block
[assembly: ExcludeFromPatching(typeof(Client), "Save")]
partial class Example
{
    [Coroutine] void Save(Client client) => client.Save();
}

// quiet file: the project says that nothing of it blocks
[assembly: ExcludeFromPatching("Acme.Storage")]
partial class Example
{
    [Coroutine] void Save(Client client) => client.Save();
}

// swap file: the project has it done elsewhere
[assembly: OffloadCalls(typeof(Client), "Save")]
partial class Example
{
    [Coroutine] void Save(Client client) => client.[|Save|]();
}

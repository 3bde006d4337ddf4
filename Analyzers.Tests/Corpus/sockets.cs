using System.Net;
using System.Net.NetworkInformation;
using System.Net.Mail;
using System.Net.Http;
using System.Net.Sockets;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

// swap (Socket socket): readiness
bool ready = socket.[|Poll|](1000, SelectMode.SelectRead);

// swap (List<Socket> read): the readiness of several
Socket.[|Select|](read, null, null, 1000);

// quiet (Socket socket): the end
socket.Close();

// swap (Socket socket, byte[] buffer): bytes, and from whom
EndPoint from = new IPEndPoint(IPAddress.Any, 0);
int n = socket.[|ReceiveFrom|](buffer, ref from);

// swap (Socket socket, byte[] buffer): bytes, from whom, and how
EndPoint from = new IPEndPoint(IPAddress.Any, 0);
SocketFlags flags = SocketFlags.None;
int n = socket.[|ReceiveMessageFrom|](buffer, 0, buffer.Length, ref flags, ref from, out IPPacketInformation packet);

// swap (UdpClient client): a datagram
IPEndPoint? from = null;
byte[] bytes = client.[|Receive|](ref from);

// quiet (UdpClient client, IPEndPoint to): sets a peer
client.Connect(to);

// swap (UdpClient client): resolves a name
client.[|Connect|]("localhost", 53);

// swap (TcpClient client): the other side
client.[|Connect|]("localhost", 80);

// swap: connects
using TcpClient client = [|new("localhost", 80)|];

// quiet: makes an object
TcpClient client = new();

// swap: resolves a name
UdpClient client = [|new("localhost", 53)|];

// quiet: a port of this machine
UdpClient client = new(0);

// swap (TcpListener listener): somebody who connects
TcpClient client = listener.[|AcceptTcpClient|]();

// swap (TcpListener listener): the socket of somebody who connects
Socket client = listener.[|AcceptSocket|]();

// quiet (TcpListener listener): asks
bool any = listener.Pending();

// swap (Socket socket, byte[] bytes): room in the buffers
int n = socket.[|Send|](bytes);

// swap (Socket socket, IPEndPoint to): the other side
socket.[|Connect|](to);

// swap (Socket socket, byte[] bytes, EndPoint to): a datagram
socket.[|SendTo|](bytes, to);

// quiet (Socket socket): flags
socket.Shutdown(SocketShutdown.Both);

// quiet (NetworkStream stream): the end
stream.Close();

// quiet (NetworkStream stream): the end, and what is left is sent meanwhile
stream.Close(100);

// quiet (NetworkStream stream): asks
bool any = stream.DataAvailable;

// swap: the name server, as in .NET 1
#pragma warning disable CS0618
IPHostEntry entry = Dns.[|GetHostByName|]("localhost");

// swap: the name server, as in .NET 1, of either
#pragma warning disable CS0618
IPHostEntry entry = Dns.[|Resolve|]("localhost");

// swap: the name of an address
#pragma warning disable CS0618
IPHostEntry entry = Dns.[|GetHostByAddress|]("127.0.0.1");

// swap: addresses
IPAddress[] addresses = Dns.[|GetHostAddresses|]("localhost");

// quiet: the name of this machine
string name = Dns.GetHostName();

// swap (Ping ping, IPAddress address): an answer, or a time
PingReply reply = ping.[|Send|](address, 100);

// swap (SmtpClient client): a mail
client.[|Send|]("a@b", "c@d", "subject", "body");

// swap (WebClient client): a page, as it once was
#pragma warning disable SYSLIB0014
string page = client.[|DownloadString|]("http://localhost");

// swap (HttpWebRequest request): an answer, as it once was
WebResponse response = request.[|GetResponse|]();

// swap (HttpClient client, HttpRequestMessage request): an answer
HttpResponseMessage response = client.[|Send|](request);

// swap (HttpContent content): what has come so far
Stream stream = content.[|ReadAsStream|]();

// swap (HttpListener listener): a request
HttpListenerContext request = listener.[|GetContext|]();

// swap (SslStream stream, byte[] buffer): a record
int n = stream.[|Read|](buffer, 0, 8);

// swap (SslStream stream): a handshake
stream.[|AuthenticateAsClient|]("localhost");

// swap (X509Chain chain, X509Certificate2 certificate): may ask for revocations
bool valid = chain.[|Build|](certificate);

// swap (X509Certificate2 certificate): may ask for revocations
bool valid = certificate.[|Verify|]();

// quiet (SslStream stream): asks
bool open = stream.IsAuthenticated;

// quiet: text
IPAddress address = IPAddress.Parse("127.0.0.1");

// quiet: an object
using HttpRequestMessage request = new(HttpMethod.Get, "http://localhost");

// quiet (HttpClient client): cancels
client.CancelPendingRequests();

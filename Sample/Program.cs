System.Console.WriteLine("CoGen");

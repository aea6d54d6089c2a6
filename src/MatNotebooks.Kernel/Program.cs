Console.Error.WriteLine("matnb: no command yet");
return 2;

Console.WriteLine("For dotnet ef alone: see docs/contributing.md.");

Console.WriteLine("For dotnet ef: see docs/contributing.md.");

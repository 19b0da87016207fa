using Harmony.Defection.Benchmarks;
using Harmony.Defection.Benchmarks.Bare;

// dotnet run -c Release --project tests/Harmony.Defection.Benchmarks -- form
return args switch
{
    ["form"] => await FormBenchmark.RunAsync(Console.Out),
    [BareSite.Command, var folder] => await BareSite.RunAsync(folder),
    _ => Help(),
};

static int Help()
{
    Console.Error.WriteLine("form: the public form's question page, its post and its sending, beside a bare page and a bare insert");
    return 2;
}

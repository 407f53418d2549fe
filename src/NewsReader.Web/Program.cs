using System.CommandLine;
using NewsReader.Web.Commands;

return await Failure.SayAsync(() => CommandTree.Build().Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));

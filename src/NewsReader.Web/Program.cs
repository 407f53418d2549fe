using NewsReader.Web.Commands;

return await CommandTree.Build().Parse(args).InvokeAsync();

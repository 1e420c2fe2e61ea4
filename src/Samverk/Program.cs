using Samverk;

return await Commands.Run(args);

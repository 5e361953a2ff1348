// Gives an example loops whose clock jumps to the next deadline: it may sleep for hours.
import { BaseEventLoop, DefaultEventLoopPolicy, VirtualHost } from 'asyncio-ts';

DefaultEventLoopPolicy.prototype.new_event_loop = () => new BaseEventLoop({ host: new VirtualHost() });

import * as asyncio from 'asyncio-ts';

const context = asyncio.ssl.create_default_context();
context.check_hostname = false; // first, or the next line raises ValueError
context.verify_mode = asyncio.ssl.CERT_NONE;
context.verify_mode === asyncio.ssl.CERT_NONE; // => true

/** The protocols of the pipes to a child: they hand on to its transport. */
import { installRepr, repr } from '../../builtins/repr.js';
import { BaseProtocol, type SubprocessProtocol } from '../../core/contract/protocols.js';
import type { BaseTransport } from '../../core/contract/transports.js';

/** The transport of the child. */
export interface PipeOwner {
  readonly _protocol: SubprocessProtocol | null;
  _pipe_data_received(fd: number, data: Uint8Array): void;
  _pipe_connection_lost(fd: number, error: Error | null): void;
}

export class WriteSubprocessPipeProto extends BaseProtocol {
  protected readonly owner: PipeOwner;
  protected readonly fd: number;
  pipe: BaseTransport | null = null;
  disconnected = false;

  constructor(owner: PipeOwner, fd: number) {
    super();
    this.owner = owner;
    this.fd = fd;
  }

  override connection_made(transport: BaseTransport): void {
    this.pipe = transport;
  }

  override connection_lost(error: Error | null): void {
    this.disconnected = true;
    this.owner._pipe_connection_lost(this.fd, error);
  }

  override pause_writing(): void {
    this.owner._protocol?.pause_writing();
  }

  override resume_writing(): void {
    this.owner._protocol?.resume_writing();
  }

  /** Python's text. */
  __repr__(): string {
    return `<${this.constructor.name} fd=${String(this.fd)} pipe=${repr(this.pipe)}>`;
  }
}
installRepr(WriteSubprocessPipeProto);

export class ReadSubprocessPipeProto extends WriteSubprocessPipeProto {
  data_received(data: Uint8Array): void {
    this.owner._pipe_data_received(this.fd, data);
  }

  /** The transport closes itself. */
  eof_received(): null {
    return null;
  }
}

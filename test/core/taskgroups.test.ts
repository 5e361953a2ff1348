/** `TaskGroup`; what is expected here was printed by CPython 3.14, save for `cancel`, which is of 3.15. */
import * as asyncio from 'asyncio-ts';
import { acrossTheMatrix, making, plain, raising, turn, type Stage } from '../support/matrix';
import { calling, failOnNoise, outcome } from '../support/outcomes';
import { virtualLoop } from '../support/styles';

failOnNoise();

const cancelling = (): unknown => asyncio.current_task()!.cancelling();

acrossTheMatrix('TaskGroup', (kit) => {
  const after = (seconds: number, value: unknown): asyncio.Coroutine<unknown> =>
    kit.steps(
      () => asyncio.sleep(seconds),
      () => value,
    );
  const failing = (seconds: number, error: Error): asyncio.Coroutine<unknown> =>
    kit.steps(() => asyncio.sleep(seconds), raising(error));
  /** Notes its cancellation, and passes it on when some time has passed. */
  const noting = (stage: Stage, name: string, seconds: number, delay = 0): asyncio.Coroutine<unknown> =>
    kit.rescued(
      () =>
        kit.steps(
          () => asyncio.sleep(seconds),
          () => stage.note(`${name} ends`),
        ),
      (error) =>
        kit.steps(
          () => stage.note([name, error]),
          () => asyncio.sleep(delay),
          raising(error),
        ),
    );
  const within = (group: asyncio.TaskGroup, ...steps: (() => unknown)[]): asyncio.Coroutine<unknown> =>
    asyncio.async_with(group, () => kit.steps(...steps));

  test('is left when all its tasks are done', async () => {
    const { run, note } = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await run(
        () => group,
        () =>
          asyncio.async_with(group, (entered) =>
            kit.steps(
              () => note([entered === group, group]),
              () =>
                void group.create_task(
                  kit.steps(
                    () => asyncio.sleep(1),
                    () => note('a'),
                  ),
                ),
              () =>
                void group.create_task(
                  kit.steps(
                    () => asyncio.sleep(2),
                    () => note('b'),
                  ),
                  { name: 'named' },
                ),
              () => note(group),
              () => asyncio.sleep(1.5),
              () => note(group),
              () => 'body',
            ),
          ),
        () => [group, asyncio.get_running_loop().time()],
      ),
    ).toEqual([
      '<TaskGroup>',
      '[True, <TaskGroup entered>]',
      '<TaskGroup tasks=2 entered>',
      'a',
      '<TaskGroup tasks=1 entered>',
      'b',
      "'body'",
      '[<TaskGroup entered>, 2]',
    ]);
  });

  test('without tasks is left at once', async () => {
    const { run } = kit.stage();
    expect(
      await run(
        () => void asyncio.get_running_loop().call_soon(() => null),
        () => within(new asyncio.TaskGroup(), () => 'body'),
        () => within(new asyncio.TaskGroup(), raising(new asyncio.ValueError('body'))),
        cancelling,
      ),
    ).toEqual(["'body'", 'ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)', '0']);
  });

  test('gives the results through its tasks, which may make more', async () => {
    const { run, note } = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await run(
        () =>
          within(group, () =>
            kit.steps(
              () => group.create_task(after(1, 'awaited in the body')),
              () =>
                void group.create_task(
                  kit.steps(
                    () => asyncio.sleep(1),
                    () => group.create_task(after(1, 'made by a task')),
                    () => note(group),
                  ),
                ),
              () => 'body',
            ),
          ),
        () => [group, asyncio.get_running_loop().time()],
      ),
    ).toEqual(['<TaskGroup tasks=1 entered>', "'body'", '[<TaskGroup entered>, 3]']);
  });

  test('passes keywords to its tasks', async () => {
    const { run } = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await run(
        () =>
          within(group, () =>
            group.create_task(
              kit.steps(() => asyncio.current_task()!.get_name()),
              { name: 'x' },
            ),
          ),
        () => within(new asyncio.TaskGroup(), () => null),
      ),
    ).toEqual(["'x'"]);
  });

  test('cancels its body and the other tasks when a task fails', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          kit.rescued(
            () =>
              within(
                group,
                () => void group.create_task(noting(stage, 'a', 5)),
                () => void group.create_task(failing(1, new asyncio.ValueError('b'))),
                () => void group.create_task(noting(stage, 'c', 5, 1)),
                () =>
                  kit.rescued(
                    () => asyncio.sleep(9),
                    (error) => kit.steps(() => stage.note(['body', error, cancelling(), group]), raising(error)),
                  ),
              ),
            (error) => [error, cancelling(), group],
          ),
        () => asyncio.get_running_loop().time(),
      ),
    ).toEqual([
      "['a', CancelledError()]",
      "['c', CancelledError()]",
      "['body', CancelledError(), 1, <TaskGroup tasks=2 errors=1 cancelling>]",
      "[ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('b')]), 0, <TaskGroup cancelling>]",
      '2',
    ]);
  });

  test('collects the errors of all that fail, in order', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    const failsLate = (name: string): asyncio.Coroutine<unknown> =>
      kit.rescued(
        () => asyncio.sleep(9),
        () =>
          kit.steps(
            () => asyncio.sleep(1),
            () => stage.note(group),
            raising(new asyncio.KeyError(name)),
          ),
      );
    expect(
      await stage.run(
        () =>
          kit.rescued(
            () =>
              within(
                group,
                () => void group.create_task(failing(1, new asyncio.ValueError('a'))),
                () => void group.create_task(failing(1, new asyncio.ValueError('b'))),
                () => void group.create_task(failsLate('c')),
                () => void group.create_task(failsLate('d')),
                () => void group.create_task(noting(stage, 'e', 9)),
              ),
            (error) => [error, cancelling()],
          ),
        turn,
      ),
    ).toEqual([
      "['e', CancelledError()]",
      '<TaskGroup tasks=2 errors=2 cancelling>',
      '<TaskGroup tasks=2 errors=2 cancelling>',
      "[ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('a'), ValueError('b'), KeyError('c'), KeyError('d')]), 0]",
    ]);
  });

  test('cancels its tasks when its body fails, and adds the error of the body last', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          kit.rescued(
            () =>
              within(
                group,
                () => void group.create_task(noting(stage, 'a', 9)),
                () =>
                  void group.create_task(kit.rescued(() => asyncio.sleep(9), raising(new asyncio.KeyError('late')))),
                turn,
                raising(new asyncio.IndexError('body')),
              ),
            (error) => [error, cancelling()],
          ),
        turn,
      ),
    ).toEqual([
      "['a', CancelledError()]",
      "[ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('late'), IndexError('body')]), 0]",
    ]);
  });

  test('adds the error of a body that fails as it is cancelled', async () => {
    const { run } = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await run(
        () =>
          kit.rescued(
            () =>
              within(
                group,
                () => void group.create_task(failing(1, new asyncio.ValueError('task'))),
                () => kit.rescued(() => asyncio.sleep(9), raising(new asyncio.IndexError('body'))),
              ),
            (error) => [error, cancelling()],
          ),
        turn,
      ),
    ).toEqual(["[ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('task'), IndexError('body')]), 0]"]);
  });

  test('raises the errors although its body has swallowed the cancellation', async () => {
    const { run } = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await run(
        () =>
          kit.rescued(
            () =>
              within(
                group,
                () => void group.create_task(failing(1, new asyncio.ValueError('task'))),
                () =>
                  kit.rescued(
                    () => asyncio.sleep(9),
                    () => 'swallowed',
                  ),
                () => asyncio.sleep(1, 'and goes on'),
              ),
            (error) => [error, cancelling()],
          ),
        turn,
      ),
    ).toEqual(["[ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('task')]), 0]"]);
  });

  test('takes a task that is cancelled for no failure', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(() =>
        within(group, () =>
          kit.steps(
            () => void stage.start('other', () => asyncio.sleep(0)),
            () => void group.create_task(noting(stage, 'a', 1)),
            () => void group.create_task(noting(stage, 'b', 9), { name: 'b' }).cancel('only this'),
            () => 'body',
          ),
        ),
      ),
    ).toEqual(kit.eager ? ["['b', CancelledError('only this')]", 'a ends', "'body'"] : ['a ends', "'body'"]);
  });

  test('is left with the CancelledError when it is cancelled from outside in its body', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          stage.start('parent', () =>
            within(
              group,
              () => void group.create_task(noting(stage, 'a', 9, 1)),
              () => asyncio.sleep(9),
            ),
          ),
        () => asyncio.sleep(1),
        () => stage.cancel('parent', 'stop'),
        turn,
        () => group,
        () => asyncio.sleep(2),
        () => [stage.tasks.parent!.cancelled(), stage.tasks.parent!.cancelling(), group],
      ),
    ).toEqual([
      '<TaskGroup tasks=1 cancelling>',
      "['a', CancelledError()]",
      'parent: CancelledError: stop',
      '[True, 1, <TaskGroup cancelling>]',
    ]);
  });

  test('is left with the first CancelledError when it is cancelled from outside, twice, while it waits', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () => stage.start('parent', () => within(group, () => void group.create_task(noting(stage, 'a', 9, 5)))),
        () => asyncio.sleep(1),
        () => stage.cancel('parent', 'once'),
        () => asyncio.sleep(1),
        () => group,
        () => stage.cancel('parent', 'twice'),
        () => asyncio.sleep(5),
        () => [stage.tasks.parent!.cancelled(), stage.tasks.parent!.cancelling(), group],
      ),
    ).toEqual([
      "['a', CancelledError()]",
      '<TaskGroup tasks=1 cancelling>',
      'parent: CancelledError: once',
      '[True, 2, <TaskGroup cancelling>]',
    ]);
  });

  test('is never entered by a task that is cancelled before it starts', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () => stage.start('parent', () => within(group, () => void group.create_task(noting(stage, 'a', 9)))),
        () => stage.cancel('parent', 'early'),
        () => asyncio.sleep(1),
        () => [stage.tasks.parent!.done(), group],
      ),
    ).toEqual(
      kit.eager
        ? ["['a', CancelledError()]", 'parent: CancelledError: early', '[True, <TaskGroup cancelling>]']
        : ['[True, <TaskGroup>]'],
    );
  });

  test('is cancelled in the iteration in which its last task is done', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () => stage.start('parent', () => within(group, () => void group.create_task(noting(stage, 'a', 1)))),
        () => void asyncio.get_running_loop().call_at(1, () => stage.cancel('parent', 'now')),
        () => asyncio.sleep(2),
        () => [stage.tasks.parent!.cancelled(), stage.tasks.parent!.cancelling(), group],
      ),
    ).toEqual(
      kit.eager
        ? ['a ends', 'parent: CancelledError: now', '[True, 1, <TaskGroup cancelling>]']
        : ["['a', CancelledError()]", 'parent: CancelledError: now', '[True, 1, <TaskGroup cancelling>]'],
    );
  });

  test('raises the errors first when it is cancelled from outside as well, and goes on being cancelled', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          stage.start(
            'parent',
            () =>
              kit.rescued(
                () =>
                  within(
                    group,
                    () =>
                      void group.create_task(
                        kit.rescued(() => asyncio.sleep(9), raising(new asyncio.ValueError('task'))),
                      ),
                  ),
                (error) => [error, cancelling()],
              ),
            turn,
            () => stage.note('never'),
          ),
        () => asyncio.sleep(1),
        () => stage.cancel('parent', 'stop'),
        () => asyncio.sleep(1),
        () => [stage.tasks.parent!.cancelled(), stage.tasks.parent!.cancelling()],
      ),
    ).toEqual([
      "parent: [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('task')]), 1]",
      'parent: CancelledError',
      '[True, 1]',
    ]);
  });

  test('keeps a cancellation from outside that comes after a task has failed', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          stage.start(
            'parent',
            () =>
              kit.rescued(
                () =>
                  within(
                    group,
                    () => void group.create_task(failing(1, new asyncio.ValueError('task'))),
                    () => void group.create_task(noting(stage, 'slow', 9, 5)),
                    () => asyncio.sleep(9),
                  ),
                (error) => [error, cancelling()],
              ),
            turn,
            () => stage.note('never'),
          ),
        () => asyncio.sleep(2),
        () => stage.cancel('parent', 'from outside'),
        () => asyncio.sleep(9),
        () => [stage.tasks.parent!.cancelled(), stage.tasks.parent!.cancelling()],
      ),
    ).toEqual([
      "['slow', CancelledError()]",
      "parent: [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('task')]), 1]",
      'parent: CancelledError',
      '[True, 1]',
    ]);
  });

  test('entered in a task with a request leaves that as it was', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          stage.start(
            'parent',
            () =>
              kit.rescued(
                () => asyncio.sleep(9),
                (error) => [error, cancelling()],
              ),
            () =>
              kit.rescued(
                () =>
                  within(
                    group,
                    () => void group.create_task(failing(1, new asyncio.ValueError('task'))),
                    () => asyncio.sleep(9),
                  ),
                (error) => [error, cancelling()],
              ),
            turn,
            () => stage.note('never'),
          ),
        turn,
        () => stage.cancel('parent', 'swallowed'),
        () => asyncio.sleep(3),
        () => [stage.tasks.parent!.cancelled(), stage.tasks.parent!.cancelling()],
      ),
    ).toEqual([
      "parent: [CancelledError('swallowed'), 1]",
      "parent: [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('task')]), 1]",
      'parent: CancelledError',
      '[True, 1]',
    ]);
  });

  test('in a group fails with its errors in the errors of the outer one', async () => {
    const stage = kit.stage();
    const outer = new asyncio.TaskGroup();
    const inner = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          kit.rescued(
            () =>
              within(
                outer,
                () => void outer.create_task(noting(stage, 'a', 9)),
                () =>
                  within(
                    inner,
                    () => void inner.create_task(noting(stage, 'b', 9)),
                    () => void inner.create_task(failing(1, new asyncio.ValueError('c'))),
                  ),
              ),
            (error) => [error, cancelling()],
          ),
        () => asyncio.get_running_loop().time(),
      ),
    ).toEqual([
      "['b', CancelledError()]",
      "['a', CancelledError()]",
      "[ExceptionGroup('unhandled errors in a TaskGroup', [ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('c')])]), 0]",
      '1',
    ]);
  });

  test('in a group is cancelled when the outer one fails', async () => {
    const stage = kit.stage();
    const outer = new asyncio.TaskGroup();
    const inner = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          kit.rescued(
            () =>
              within(
                outer,
                () => void outer.create_task(failing(1, new asyncio.ValueError('a'))),
                () =>
                  kit.rescued(
                    () => within(inner, () => void inner.create_task(noting(stage, 'b', 9, 1))),
                    (error) => kit.steps(() => stage.note([error, cancelling(), inner, outer]), raising(error)),
                  ),
              ),
            (error) => [error, cancelling()],
          ),
        () => asyncio.get_running_loop().time(),
      ),
    ).toEqual([
      "['b', CancelledError()]",
      '[CancelledError(), 1, <TaskGroup cancelling>, <TaskGroup errors=1 cancelling>]',
      "[ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('a')]), 0]",
      '2',
    ]);
  });

  test('in a group that fails in the same iteration raises both', async () => {
    const stage = kit.stage();
    const outer = new asyncio.TaskGroup();
    const inner = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          kit.rescued(
            () =>
              within(
                outer,
                () => void outer.create_task(failing(1, new asyncio.ValueError('a'))),
                () => within(inner, () => void inner.create_task(failing(1, new asyncio.KeyError('b')))),
              ),
            (error) => [error, cancelling()],
          ),
        turn,
        cancelling,
      ),
    ).toEqual([
      "[ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('a'), ExceptionGroup('unhandled errors in a TaskGroup', [KeyError('b')])]), 0]",
      '0',
    ]);
  });

  test('fails through a CancelledError that its body raises by itself', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          within(
            group,
            () => void group.create_task(noting(stage, 'a', 9)),
            turn,
            raising(new asyncio.CancelledError('by hand')),
          ),
        () => [group, cancelling()],
      ),
    ).toEqual(["['a', CancelledError()]", 'CancelledError: by hand', '[<TaskGroup cancelling>, 0]']);
  });

  test('takes no tasks before it is entered, when it is finished, and while it shuts down; it closes the coroutine', async () => {
    const { run, note } = kit.stage();
    const group = new asyncio.TaskGroup();
    const refused = (): string => {
      const coroutine = after(1, 'never');
      const text = outcome(() => group.create_task(coroutine));
      return `${text} ${asyncio.inspect.getcoroutinestate(coroutine)}`;
    };
    expect(
      await run(
        () => note(refused()),
        () =>
          within(
            group,
            () =>
              void group.create_task(
                kit.rescued(
                  () => asyncio.sleep(9),
                  (error) => kit.steps(() => note(refused()), raising(error)),
                ),
              ),
            () => group.__aenter__(),
          ),
        () => note(refused()),
        () => within(group, () => note('never')),
      ),
    ).toEqual(
      kit.eager
        ? [
            'RuntimeError: TaskGroup <TaskGroup> has not been entered CORO_CLOSED',
            'RuntimeError: TaskGroup <TaskGroup tasks=1 cancelling> is shutting down CORO_CLOSED',
            'ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)',
            'RuntimeError: TaskGroup <TaskGroup cancelling> is finished CORO_CLOSED',
            'RuntimeError: TaskGroup <TaskGroup cancelling> has already been entered',
          ]
        : [
            'RuntimeError: TaskGroup <TaskGroup> has not been entered CORO_CLOSED',
            'ExceptionGroup: unhandled errors in a TaskGroup (1 sub-exception)',
            'RuntimeError: TaskGroup <TaskGroup cancelling> is finished CORO_CLOSED',
            'RuntimeError: TaskGroup <TaskGroup cancelling> has already been entered',
          ],
    );
  });

  test('takes tasks at its end as long as one of them goes on', async () => {
    const { run, note } = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await run(() =>
        within(
          group,
          () =>
            void group.create_task(
              kit.steps(
                () => asyncio.sleep(1),
                () =>
                  void group.create_task(
                    kit.steps(
                      () => asyncio.sleep(1),
                      () => note('late'),
                    ),
                  ),
              ),
            ),
        ),
      ),
    ).toEqual(['late']);
  });

  test('fails of a task that has failed before it was waited for', async () => {
    const { run, note } = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await run(
        () =>
          kit.rescued(
            () =>
              within(
                group,
                () => void group.create_task(kit.steps(raising(new asyncio.ValueError('at once')))),
                () => note('the body goes on'),
                () => group,
                turn,
                turn,
                () => note('never'),
              ),
            (error) => [error, cancelling()],
          ),
        turn,
      ),
    ).toEqual(['the body goes on', "[ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('at once')]), 0]"]);
  });

  test('is left through an error of its body that ends the program, as it is', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    expect(
      await stage.run(
        () =>
          kit.rescued(
            () =>
              within(
                group,
                () => void group.create_task(noting(stage, 'a', 9)),
                () =>
                  void group.create_task(kit.rescued(() => asyncio.sleep(9), raising(new asyncio.KeyError('dropped')))),
                turn,
                raising(new asyncio.SystemExit(3)),
              ),
            (error) => [error, cancelling()],
          ),
        () =>
          kit.rescued(
            () => within(new asyncio.TaskGroup(), raising(new asyncio.KeyboardInterrupt())),
            (error) => [error, cancelling()],
          ),
      ),
    ).toEqual(["['a', CancelledError()]", '[SystemExit(3), 0]', '[KeyboardInterrupt(), 0]']);
  });

  test('reports an error that comes when its parent is over already', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    stage.loop.set_exception_handler((_loop, context) => stage.note([context.message, context.exception]));
    expect(
      await stage
        .run(
          () =>
            stage.start(
              'parent',
              () => group.__aenter__(),
              () => void group.create_task(failing(1, new asyncio.ValueError('late')), { name: 'child' }),
            ),
          () => asyncio.sleep(2),
          () => group,
        )
        .then((seen) => seen.map((line) => line.replace(/coro=<.*?>/g, 'coro=<…>'))),
    ).toEqual(
      kit.eager
        ? [
            'parent: <TaskGroup entered>',
            "[\"Task <Task finished name='child' coro=<…> exception=ValueError('late')> has errored out but its parent task <Task finished name='parent' result=None> is already completed\", ValueError('late')]",
            '<TaskGroup errors=1 entered>',
          ]
        : [
            'parent: <TaskGroup entered>',
            "[\"Task <Task finished name='child' coro=<…> exception=ValueError('late')> has errored out but its parent task <Task finished name='parent' coro=<…> result=None> is already completed\", ValueError('late')]",
            '<TaskGroup errors=1 entered>',
          ],
    );
  });
});

acrossTheMatrix('TaskGroup.cancel', (kit) => {
  const within = (group: asyncio.TaskGroup, ...steps: (() => unknown)[]): asyncio.Coroutine<unknown> =>
    asyncio.async_with(group, () => kit.steps(...steps));
  const noting = (stage: Stage, name: string): asyncio.Coroutine<unknown> =>
    kit.rescued(
      () => asyncio.sleep(9),
      (error) => kit.steps(() => stage.note([name, error]), raising(error)),
    );

  test('ends the body and the tasks, and raises nothing', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    const seen = await stage.run(
      () =>
        within(
          group,
          () => void group.create_task(noting(stage, 'a')),
          turn,
          () => group.cancel(),
          () => group.cancel(),
          () => stage.note(group),
          () => stage.note('up to the next wait'),
          () => asyncio.sleep(1),
          () => stage.note('never'),
        ),
      () => [group, cancelling(), asyncio.get_running_loop().time()],
      turn,
    );
    expect(seen).toEqual([
      '<TaskGroup tasks=1 cancelling>',
      'up to the next wait',
      "['a', CancelledError()]",
      '[<TaskGroup cancelling>, 0, 0]',
    ]);
  });

  test('may come from a task of the group, or from outside', async () => {
    const stage = kit.stage();
    const first = new asyncio.TaskGroup();
    const second = new asyncio.TaskGroup();
    const seen = await stage.run(
      () =>
        within(
          first,
          () => void first.create_task(noting(stage, 'a')),
          () =>
            void first.create_task(
              kit.steps(
                () => asyncio.sleep(1),
                () => first.cancel(),
              ),
            ),
        ),
      () => [cancelling(), asyncio.get_running_loop().time()],
      () =>
        stage.start(
          'parent',
          () => within(second, () => asyncio.sleep(9)),
          () => 'goes on',
          cancelling,
        ),
      turn,
      () => second.cancel(),
      () => asyncio.sleep(1),
    );
    expect(seen).toEqual(["['a', CancelledError()]", '[0, 1]', "parent: 'goes on'", 'parent: 0']);
  });

  test('before the group is entered cancels it on entry', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    const seen = await stage.run(
      () => group.cancel(),
      () => group,
      () =>
        within(
          group,
          () => stage.note(group),
          () => asyncio.sleep(1),
          () => stage.note('never'),
        ),
      cancelling,
    );
    expect(seen).toEqual(['<TaskGroup>', '<TaskGroup cancelling>', '0']);
  });

  test('lets no task be made any more', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    const seen = await stage.run(
      () =>
        within(
          group,
          () => group.cancel(),
          () => stage.note(outcome(() => group.create_task(kit.steps(() => null)))),
        ),
      turn,
      () => group.cancel(),
      cancelling,
    );
    expect(seen).toEqual(['RuntimeError: TaskGroup <TaskGroup cancelling> is shutting down', '0']);
  });

  test('after the end of the group does nothing', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    const seen = await stage.run(
      () => within(group, () => 'body'),
      () => group.cancel(),
      () => group,
      cancelling,
      turn,
    );
    expect(seen).toEqual(["'body'", '<TaskGroup entered>', '0']);
  });

  test('leaves errors what they are', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    const seen = await stage.run(
      () =>
        kit.rescued(
          () =>
            within(
              group,
              () =>
                void group.create_task(kit.rescued(() => asyncio.sleep(9), raising(new asyncio.ValueError('task')))),
              turn,
              () => group.cancel(),
              () => kit.rescued(() => asyncio.sleep(9), raising(new asyncio.KeyError('body'))),
            ),
          (error) => [error, cancelling()],
        ),
      turn,
    );
    expect(seen).toEqual([
      "[ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('task'), KeyError('body')]), 0]",
    ]);
  });

  test('leaves a cancellation from outside what it is', async () => {
    const stage = kit.stage();
    const group = new asyncio.TaskGroup();
    const seen = await stage.run(
      () => stage.start('parent', () => within(group, () => asyncio.sleep(9))),
      turn,
      () => stage.cancel('parent', 'from outside'),
      () => group.cancel(),
      turn,
      () => [stage.tasks.parent!.cancelled(), stage.tasks.parent!.cancelling()],
    );
    expect(seen).toEqual(['parent: CancelledError: from outside', '[True, 1]']);
  });
});

test('takes no arguments, save a coroutine and what a task takes', async () => {
  const group = new asyncio.TaskGroup();
  expect([
    making(asyncio.TaskGroup, 1),
    making(asyncio.TaskGroup, { name: 1 }),
    making(asyncio.TaskGroup),
    calling(group, 'create_task'),
    calling(group, '__aexit__'),
    calling(group, '__aexit__', 1, 2, 3, 4),
  ]).toEqual([
    'TypeError: TaskGroup.__init__() takes 1 positional argument but 2 were given',
    "TypeError: TaskGroup.__init__() got an unexpected keyword argument 'name'",
    '<TaskGroup>',
    "TypeError: TaskGroup.create_task() missing 1 required positional argument: 'coro'",
    "TypeError: TaskGroup.__aexit__() missing 3 required positional arguments: 'et', 'exc', and 'tb'",
    'TypeError: TaskGroup.__aexit__() takes 4 positional arguments but 5 were given',
  ]);
  expect(calling(group, 'cancel', 'message')).toBe(
    'TypeError: TaskGroup.cancel() takes 1 positional argument but 2 were given',
  );
});

test('is entered in a task', () => {
  const entering = new asyncio.TaskGroup().__aenter__();
  expect(outcome(() => entering.send(null))).toBe('RuntimeError: no running event loop');
});

test('has coroutine functions for methods, and coroutines of their names', () => {
  const group = new asyncio.TaskGroup();
  const coroutines = [group.__aenter__(), group.__aexit__(null, null, null)];
  expect(coroutines.map(plain)).toEqual([
    '<coroutine object TaskGroup.__aenter__ at 0x…>',
    '<coroutine object TaskGroup.__aexit__ at 0x…>',
  ]);
  for (const coroutine of coroutines) coroutine.close();
  const methods = [group.__aenter__, group.__aexit__, group.create_task];
  expect(methods.map((method) => asyncio.inspect.iscoroutinefunction(method))).toEqual([true, true, false]);
});

test('refuses `await using`, which would hide the exception of the body from it', () => {
  expect(outcome(() => new asyncio.TaskGroup()[Symbol.asyncDispose])).toMatch(
    /^RuntimeError: TaskGroup has to see the exception of its body, .*; use await asyncio.async_with\(/,
  );
});

test('takes functions that make coroutines', async () => {
  const main = asyncio.coroutine(function* () {
    const group = new asyncio.TaskGroup();
    return yield* asyncio.async_with(group, function* () {
      return yield* group.create_task({ coro: () => asyncio.sleep(0, 'slept'), name: 'n' });
    });
  });
  expect(await asyncio.run(main())).toBe('slept');
});

test('that is not entered makes no task of a function either', () => {
  expect(outcome(() => new asyncio.TaskGroup().create_task(() => asyncio.sleep(0)))).toBe(
    'RuntimeError: TaskGroup <TaskGroup> has not been entered',
  );
});

test('suppresses nothing when it is left by hand', async () => {
  const main = asyncio.coroutine(function* () {
    const group = yield* new asyncio.TaskGroup().__aenter__();
    group.create_task(asyncio.sleep(1));
    return yield* group.__aexit__(null, null, null);
  });
  expect(await asyncio.run(main(), { loop_factory: virtualLoop })).toBeNull();
});

test.each([false, true])('a group ends in the turn after its last task, debug %s', async (debug) => {
  const order: unknown[] = [];
  const waits = asyncio.coroutine(function* (name: string, turns: number) {
    for (let turn = 0; turn < turns; turn++) yield* asyncio.sleep(0);
    order.push(name);
  });
  const ticks = asyncio.coroutine(function* () {
    for (let tick = 0; tick < 8; tick++) {
      order.push(tick);
      yield* asyncio.sleep(0);
    }
  });
  const main = asyncio.coroutine(function* () {
    const ticking = asyncio.create_task(ticks());
    yield* asyncio.async_with(new asyncio.TaskGroup(), function* (group) {
      for (const turns of [3, 1, 2]) group.create_task(waits(`after ${String(turns)}`, turns));
    });
    order.push('left');
    yield* ticking;
  });
  await asyncio.run(main(), { debug });
  // As CPython 3.14 prints it.
  expect(order).toEqual([0, 1, 'after 1', 2, 'after 2', 3, 'after 3', 4, 5, 'left', 6, 7]);
});

test('a group has a task until that has told it of its end, a turn later', async () => {
  const quick = asyncio.coroutine(function* (): Generator<unknown, void> {
    // Nothing has to be waited for.
  });
  const main = asyncio.coroutine(function* () {
    const reprs: string[] = [];
    yield* asyncio.async_with(new asyncio.TaskGroup(), function* (group) {
      group.create_task(quick());
      group.create_task(quick());
      for (let turn = 0; turn < 2; turn++) {
        yield* asyncio.sleep(0);
        reprs.push(asyncio.repr(group));
      }
    });
    return reprs;
  });
  expect(await asyncio.run(main())).toEqual(['<TaskGroup tasks=2 entered>', '<TaskGroup entered>']);
});

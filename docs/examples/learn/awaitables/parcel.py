import asyncio


async def customer(name, parcel):
    print(f'{name} waits')
    print(f'{name} has the {await parcel}')


async def main():
    loop = asyncio.get_running_loop()
    parcel = loop.create_future()
    parcel.add_done_callback(lambda _: print('the bell rings'))
    loop.call_later(2, parcel.set_result, 'parcel')
    await asyncio.gather(customer('Ada', parcel), customer('Grace', parcel))

    try:
        parcel.set_result('another parcel')
    except asyncio.InvalidStateError as error:
        print(f'a second time: {error}')


asyncio.run(main())

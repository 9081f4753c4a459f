import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { Cases } from 'tertib';
import { DataSource } from 'typeorm';
import { Order } from './order.entity.js';

@Controller('orders')
export class OrdersController {
  constructor(
    private readonly database: DataSource,
    private readonly cases: Cases,
  ) {}

  @Get(':id')
  async one(@Param('id') id: string): Promise<Order> {
    const order = await this.database.manager.findOneBy(Order, { id });
    if (!order) throw new NotFoundException(`No order ${id}`);
    return order;
  }

  @Post()
  async create(@Body() { id, amount }: { id: string; amount: number }): Promise<{ caseId: string }> {
    await this.database.manager.save(Order, { id, amount });
    return { caseId: await this.cases.start('order-approval', { key: `order:${id}`, title: `Order ${id}`, variables: { orderId: id, amount } }) };
  }
}

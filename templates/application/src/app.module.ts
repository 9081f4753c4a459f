import { Module } from '@nestjs/common';
import { TertibModule } from 'tertib';
import { __Name__ } from './plugin.js';

@Module({
  imports: [TertibModule.forRoot({ engine: 'embedded', dataDir: process.env['TERTIB_DATA'] ?? 'data', plugins: [__Name__] })],
})
export class AppModule {}

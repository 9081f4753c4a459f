import { Module } from '@nestjs/common';
import { TertibModule } from 'tertib';
import { InformasiPublik } from './plugin.js';

@Module({
  imports: [TertibModule.forRoot({ engine: 'embedded', dataDir: process.env['TERTIB_DATA'] ?? 'data', plugins: [InformasiPublik] })],
})
export class AppModule {}

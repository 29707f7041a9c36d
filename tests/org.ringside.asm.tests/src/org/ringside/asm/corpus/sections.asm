; Sections as ld sorts them: usual ones, unusual ones, common space.
global _start, fn:function (fn.end - fn), dat:data 8
common com 16:4
section .multiboot
dd 0x1BADB002
section .text
_start: mov eax, [dat]
call fn
mov ecx, com
jmp 0x100000
fn: ret
.end:
section .rodata
 db "hi"
section .data
dat: dd fn, dat, b
section .bss align=64
b: resb 100
section mine write
m: dd m
section other exec
nop
section bssx nobits write
resb 3
section .notes noalloc
db 5
